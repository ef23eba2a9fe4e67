package vn.chieng.codecs.syslog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.chieng.codecs.Decoded;
import vn.chieng.codecs.FrameContext;

/** One line read by the grammar of RFC 5424, from left to right. */
final class Rfc5424 {
    /** What was found: a header, where its message begins, and the first thing that broke the grammar. */
    record Line(SyslogHeader header, String message, Decoded.@Nullable Reason reason, String problem) {}

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int LONGEST_VERSION = 3;

    private final String text;
    private final FrameContext context;
    private int at;
    private Decoded.@Nullable Reason reason;
    private String problem = "";

    private Rfc5424(String text, FrameContext context) {
        this.text = text;
        this.context = context;
    }

    /** Whether the text begins with a priority, a version and a time (or {@code -}), as no older syslog does. */
    static boolean isLikely(String text) {
        int version = SyslogHeader.endOfPriority(text);
        int end = version == 0 ? 0 : endOfVersion(text, version);
        if (end == 0) {
            return false;
        }
        boolean nil = text.startsWith("- ", end + 1);
        return nil || (Digits.are(text, end + 1, end + 5) && text.startsWith("-", end + 5));
    }

    /** The line, or null where it does not even begin as one. */
    static @Nullable Line read(String text, FrameContext context) {
        int version = SyslogHeader.endOfPriority(text);
        int end = version == 0 ? 0 : endOfVersion(text, version);
        if (end == 0) {
            return null;
        }
        Rfc5424 reader = new Rfc5424(text, context);
        reader.at = end + 1;
        return reader.line(SyslogHeader.priority(text, version), Digits.value(text, version, end));
    }

    private static int endOfVersion(String text, int from) {
        int end = Digits.end(text, from);
        boolean valid = end > from
                && end - from <= LONGEST_VERSION
                && text.charAt(from) != '0'
                && end < text.length()
                && text.charAt(end) == ' ';
        return valid ? end : 0;
    }

    private Line line(int priority, int version) {
        String time = field();
        DeviceTime parsed = time == null ? null : DeviceTime.at(time, 0, context);
        if (time != null && (parsed == null || parsed.end() != time.length())) {
            problem(Decoded.Reason.BAD_TIMESTAMP, "not a time: " + time);
        }
        String host = field();
        String program = field();
        String processId = field();
        String messageId = field();
        Map<String, Object> data = structuredData();
        SyslogHeader header = new SyslogHeader(
                priority, version, parsed == null ? null : parsed.instant(), host, program, processId, messageId, data);
        return new Line(header, message(), reason, problem);
    }

    /** The next word and the space behind it; null for {@code -}. */
    private @Nullable String field() {
        if (at >= text.length()) {
            problem(Decoded.Reason.BAD_HEADER, "the header ends early");
            return null;
        }
        int end = text.indexOf(' ', at);
        if (end < 0) {
            end = text.length();
        }
        String field = text.substring(at, end);
        at = Math.min(text.length(), end + 1);
        return field.equals("-") || field.isEmpty() ? null : field;
    }

    private Map<String, Object> structuredData() {
        Map<String, Object> data = new LinkedHashMap<>();
        if (at < text.length() && text.charAt(at) == '-') {
            at++;
            return data;
        }
        if (at >= text.length() || text.charAt(at) != '[') {
            problem(Decoded.Reason.BAD_STRUCTURED_DATA, "neither structured data nor -");
            return data;
        }
        int start = at;
        while (at < text.length() && text.charAt(at) == '[') {
            if (!element(data)) {
                problem(Decoded.Reason.BAD_STRUCTURED_DATA, "broken structured data at character " + (at + 1));
                at = start;
                return data;
            }
        }
        return data;
    }

    /** {@code [id name="value" name="value"]}. */
    private boolean element(Map<String, Object> data) {
        at++;
        String id = name();
        if (id.isEmpty()) {
            return false;
        }
        Map<String, Object> parameters = new LinkedHashMap<>();
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
            if (at < text.length() && text.charAt(at) == ']') {
                break; // a space before the bracket is wrong, but harmless
            }
            if (!parameter(parameters)) {
                return false;
            }
        }
        if (at >= text.length() || text.charAt(at) != ']') {
            return false;
        }
        at++;
        data.put(id, parameters);
        return true;
    }

    private boolean parameter(Map<String, Object> parameters) {
        String name = name();
        if (name.isEmpty() || !text.startsWith("=\"", at)) {
            return false;
        }
        at += 2;
        StringBuilder value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\' && at + 1 < text.length() && isEscaped(text.charAt(at + 1))) {
                at++;
            }
            value.append(text.charAt(at));
            at++;
        }
        if (at >= text.length()) {
            return false;
        }
        at++;
        parameters.merge(name, value.toString(), Rfc5424::both);
        return true;
    }

    private static Object both(Object first, Object second) {
        List<Object> all = new ArrayList<>();
        if (first instanceof List<?> list) {
            all.addAll(list);
        } else {
            all.add(first);
        }
        all.add(second);
        return all;
    }

    private String name() {
        int start = at;
        while (at < text.length() && "=]\" ".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    private static boolean isEscaped(char value) {
        return value == '"' || value == '\\' || value == ']';
    }

    private String message() {
        if (at < text.length() && text.charAt(at) == ' ') {
            at++;
        } else if (at < text.length() && reason == null) {
            problem(Decoded.Reason.BAD_STRUCTURED_DATA, "no space behind the structured data");
        }
        if (at < text.length() && text.charAt(at) == BYTE_ORDER_MARK) {
            at++;
        }
        return text.substring(Math.min(at, text.length()));
    }

    private void problem(Decoded.Reason found, String detail) {
        if (reason == null) {
            reason = found;
            problem = detail;
        }
    }
}
