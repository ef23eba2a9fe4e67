package vn.chieng.standalone.demo;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What one line or document of the scene looks like before its placeholders are filled. */
sealed interface Template {

    String name();

    /** The placeholders that a step has to give values for, or that are built in. */
    Set<String> placeholders();

    /** A syslog frame. */
    record SyslogLine(
            String name,
            Format format,
            Transport transport,
            int facility,
            int severity,
            String application,
            boolean withPid,
            String text)
            implements Template {

        @Override
        public Set<String> placeholders() {
            return Placeholders.in(text);
        }

        int priority() {
            return facility * 8 + severity;
        }
    }

    /** A JSON document sent over HTTP. */
    record Document(String name, JsonNode body) implements Template {

        @Override
        public Set<String> placeholders() {
            return Placeholders.in(body);
        }
    }

    /** How the head of a syslog line is written. */
    enum Format {
        RFC3164,
        RFC5424
    }

    /** By which listener a syslog line goes in. */
    enum Transport {
        UDP,
        TCP
    }
}
