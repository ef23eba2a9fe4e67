package vn.chieng.codecs.syslog;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.chieng.codecs.EventDraft;
import vn.chieng.event.Ecs;

/** What stands before the message of a syslog line; {@code priority} is -1 and {@code version} 0 where there is none. */
record SyslogHeader(
        int priority,
        int version,
        @Nullable Instant time,
        @Nullable String host,
        @Nullable String program,
        @Nullable String processId,
        @Nullable String messageId,
        Map<String, Object> structuredData) {

    static final int NO_PRIORITY = -1;
    private static final int HIGHEST_PRIORITY = 191;
    private static final int LONGEST_PID = 10;

    private static final List<String> FACILITIES = List.of(
            "kern",
            "user",
            "mail",
            "daemon",
            "auth",
            "syslog",
            "lpr",
            "news",
            "uucp",
            "cron",
            "authpriv",
            "ftp",
            "ntp",
            "security",
            "console",
            "solaris-cron",
            "local0",
            "local1",
            "local2",
            "local3",
            "local4",
            "local5",
            "local6",
            "local7");
    private static final List<String> SEVERITIES =
            List.of("Emergency", "Alert", "Critical", "Error", "Warning", "Notice", "Informational", "Debug");

    /** Index behind {@code <PRI>}, or 0 where the text does not begin with a valid one. */
    static int endOfPriority(String text) {
        int end = text.length() > 2 && text.charAt(0) == '<' ? text.indexOf('>') : -1;
        if (end < 2 || end > 4) {
            return 0;
        }
        return priority(text, end + 1) <= HIGHEST_PRIORITY && Digits.are(text, 1, end) ? end + 1 : 0;
    }

    /** The number within {@code <PRI>}, whose end {@link #endOfPriority} found. */
    static int priority(String text, int endOfPriority) {
        return endOfPriority == 0 ? NO_PRIORITY : Digits.value(text, 1, endOfPriority - 1);
    }

    void describe(EventDraft draft) {
        if (priority != NO_PRIORITY) {
            int facility = priority >> 3;
            int severity = priority & 7;
            draft.put(Ecs.LOG_SYSLOG_PRIORITY, priority)
                    .put(Ecs.LOG_SYSLOG_FACILITY_CODE, facility)
                    .put(Ecs.LOG_SYSLOG_FACILITY_NAME, FACILITIES.get(facility))
                    .put(Ecs.LOG_SYSLOG_SEVERITY_CODE, severity)
                    .put(Ecs.LOG_SYSLOG_SEVERITY_NAME, SEVERITIES.get(severity))
                    .put(Ecs.EVENT_SEVERITY, severity);
        }
        if (version > 0) {
            draft.put(Ecs.LOG_SYSLOG_VERSION, Integer.toString(version));
        }
        draft.put(Ecs.LOG_SYSLOG_HOSTNAME, host)
                .put(Ecs.LOG_SYSLOG_PROCID, processId)
                .put(Ecs.LOG_SYSLOG_MSGID, messageId)
                .time(time);
        if (program != null && program.startsWith("%")) {
            draft.put(Ecs.EVENT_CODE, program.substring(1)); // Cisco names the message, not a program
        } else {
            draft.put(Ecs.LOG_SYSLOG_APPNAME, program).put(Ecs.PROCESS_NAME, programName());
        }
        if (processId != null && processId.length() <= LONGEST_PID && Digits.are(processId, 0, processId.length())) {
            draft.put(Ecs.PROCESS_PID, Long.parseLong(processId));
        }
        if (!structuredData.isEmpty()) {
            draft.merge(Ecs.LOG_SYSLOG_STRUCTURED_DATA, structuredData);
        }
        draft.host(host == null ? draft.context().peer() : host);
    }

    /** The program without the PAM module that old systems write behind it: {@code su(pam_unix)} is su. */
    @Nullable
    String programName() {
        int bracket = program == null ? -1 : program.indexOf("(pam_");
        return program != null && bracket > 0 ? program.substring(0, bracket) : program;
    }
}
