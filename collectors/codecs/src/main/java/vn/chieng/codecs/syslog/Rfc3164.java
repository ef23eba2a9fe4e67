package vn.chieng.codecs.syslog;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.chieng.codecs.FrameContext;

/**
 * One line read as BSD syslog in the forms that devices write: with or without priority, time, host and tag, and Cisco's with a
 * sequence number before and a colon behind the time. Any text is such a line; what has no header is all message.
 */
final class Rfc3164 {
    /** A header, and the message behind it. */
    record Line(SyslogHeader header, String message) {
        boolean hasHeader() {
            return header.priority() != SyslogHeader.NO_PRIORITY || header.time() != null || header.program() != null;
        }
    }

    private static final int LONGEST_TAG = 128;
    private static final int LONGEST_SEQUENCE = 12;

    private final String text;
    private final FrameContext context;
    private int at;
    private @Nullable Instant time;
    private @Nullable String host;
    private @Nullable String program;
    private @Nullable String processId;

    private Rfc3164(String text, FrameContext context) {
        this.text = text;
        this.context = context;
    }

    static Line read(String text, FrameContext context) {
        Rfc3164 reader = new Rfc3164(text, context);
        int behind = SyslogHeader.endOfPriority(text);
        reader.at = behind;
        reader.readTime();
        if (reader.time != null) {
            reader.readHost();
        }
        if (reader.time != null || behind > 0) {
            reader.readCiscoPreamble();
        }
        reader.readTag(reader.time != null || behind > 0 || reader.charAt(reader.at) == '%');
        SyslogHeader header = new SyslogHeader(
                SyslogHeader.priority(text, behind),
                0,
                reader.time,
                reader.host,
                reader.program,
                reader.processId,
                null,
                Map.of());
        return new Line(header, text.substring(reader.at));
    }

    private void readTime() {
        int start = skipSpaces(skipSequence(at));
        if (charAt(start) == ':') {
            start = skipSpaces(start + 1);
        }
        if (charAt(start) == '*' || charAt(start) == '.') { // Cisco: the clock is not set, or not in step
            start++;
        }
        DeviceTime found = DeviceTime.at(text, start, context);
        boolean whole = found != null && (found.end() >= text.length() || " :".indexOf(charAt(found.end())) >= 0);
        if (found != null && whole) {
            time = found.instant();
            at = skipSpaces(found.end());
        }
    }

    /** {@code 123: } as Cisco numbers its lines. */
    private int skipSequence(int from) {
        int end = Digits.end(text, from);
        boolean numbered = end > from && end - from <= LONGEST_SEQUENCE && text.startsWith(": ", end);
        return numbered ? end + 2 : from;
    }

    /** The next word, unless it is already the tag or a colon. */
    private void readHost() {
        int end = endOfWord(at);
        if (end > at && charAt(end - 1) == ':' && text.startsWith(" %", end)) { // Cisco: the name of a zone
            at = end + 1;
            return;
        }
        if (end == at || !Character.isLetterOrDigit(charAt(at)) || charAt(end - 1) == ':') {
            return;
        }
        String word = text.substring(at, end);
        if (isTagWithPid(word) || word.indexOf('\t') >= 0 || word.indexOf('=') >= 0) {
            return;
        }
        if (word.equals("last") && text.startsWith("last message repeated ", at)) {
            return;
        }
        host = word;
        at = skipSpaces(end);
    }

    /** {@code : %ASA-6-302013: …}, or {@code 123: *Mar 1 18:46:11: %SYS-5-CONFIG_I: …} behind what a relay put before it. */
    private void readCiscoPreamble() {
        int mark = at;
        if (charAt(mark) == ':') {
            mark = skipSpaces(mark + 1);
        }
        int numbered = skipSequence(mark);
        if (numbered > mark) {
            mark = skipSpaces(numbered);
            int starred = charAt(mark) == '*' || charAt(mark) == '.' ? mark + 1 : mark;
            DeviceTime inner = DeviceTime.at(text, starred, context);
            if (inner != null && text.startsWith(": ", inner.end())) {
                time = inner.instant();
                mark = inner.end() + 2;
            }
        }
        if (charAt(mark) == '%') {
            at = mark;
        }
    }

    /** {@code name: }, {@code name[pid]: } or {@code name[pid] }; without any header only the form with a pid counts. */
    private void readTag(boolean hasHeader) {
        int end = at;
        while (end < text.length() && end - at < LONGEST_TAG && isTagCharacter(text.charAt(end))) {
            end++;
        }
        if (end == at) {
            return;
        }
        if (charAt(end) == '[') {
            readTagWithPid(end);
        } else if (hasHeader && charAt(end) == ':' && (end + 1 == text.length() || charAt(end + 1) == ' ')) {
            program = text.substring(at, end);
            at = skipOneSpace(end + 1);
        }
    }

    private void readTagWithPid(int bracket) {
        int close = text.indexOf(']', bracket);
        if (close < 0 || close - bracket > LONGEST_TAG || text.lastIndexOf(' ', close) > bracket) {
            return;
        }
        int behind = charAt(close + 1) == ':' ? close + 2 : close + 1;
        if (behind < text.length() && charAt(behind) != ' ' && behind == close + 1) {
            return;
        }
        program = text.substring(at, bracket);
        processId = text.substring(bracket + 1, close);
        at = skipOneSpace(behind);
    }

    private static boolean isTagWithPid(String word) {
        int bracket = word.indexOf('[');
        return bracket > 0 && (word.endsWith("]") || word.endsWith("]:"));
    }

    private static boolean isTagCharacter(char value) {
        return value > ' '
                && value != ':'
                && value != '['
                && value != '{'
                && value != '"'
                && value != '='
                && value != '<';
    }

    private int endOfWord(int from) {
        int end = text.indexOf(' ', from);
        return end < 0 ? text.length() : end;
    }

    private int skipSpaces(int from) {
        int index = from;
        while (charAt(index) == ' ') {
            index++;
        }
        return index;
    }

    private int skipOneSpace(int from) {
        return Math.min(text.length(), charAt(from) == ' ' ? from + 1 : from);
    }

    private char charAt(int index) {
        return index < text.length() ? text.charAt(index) : 0;
    }
}
