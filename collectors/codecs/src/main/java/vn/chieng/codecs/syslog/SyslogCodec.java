package vn.chieng.codecs.syslog;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.chieng.codecs.Codec;
import vn.chieng.codecs.Decoded;
import vn.chieng.codecs.EventDraft;
import vn.chieng.codecs.EventJson;
import vn.chieng.codecs.Frame;
import vn.chieng.codecs.FrameContext;
import vn.chieng.codecs.linux.LinuxMessages;
import vn.chieng.codecs.windows.WindowsEvents;
import vn.chieng.event.Ecs;

/** Reads a line of syslog; the header tells which of the two forms it has, or the caller does. */
public final class SyslogCodec implements Codec {
    /** Which header is expected. */
    public enum Form {
        EITHER,
        RFC3164,
        RFC5424
    }

    private static final String COOKIE = "@cee:";

    private final Form form;

    public SyslogCodec(Form form) {
        this.form = form;
    }

    @Override
    public Decoded decode(byte[] bytes, FrameContext context) {
        Frame frame = Frame.of(bytes, context);
        String text = frame.trimmed();
        if (text.isBlank()) {
            return frame.draft().fail(Decoded.Reason.EMPTY, "the frame is empty");
        }
        if (form == Form.RFC5424 || (form == Form.EITHER && Rfc5424.isLikely(text))) {
            return decode5424(frame, text);
        }
        return decode3164(frame, text);
    }

    private static Decoded decode5424(Frame frame, String text) {
        Rfc5424.Line line = Rfc5424.read(text, frame.context());
        if (line == null) {
            return frame.draft().fail(Decoded.Reason.BAD_HEADER, "does not begin with <priority>version");
        }
        EventDraft draft = described(frame, line.header(), line.message());
        return line.reason() == null ? draft.finish() : draft.fail(line.reason(), line.problem());
    }

    private static Decoded decode3164(Frame frame, String text) {
        Rfc3164.Line line = Rfc3164.read(text, frame.context());
        if (!line.hasHeader() && frame.isNoise()) {
            return frame.draft().fail(Decoded.Reason.BINARY, "binary data");
        }
        return described(frame, line.header(), line.message()).finish();
    }

    private static EventDraft described(Frame frame, SyslogHeader header, String message) {
        EventDraft draft = frame.draft().put(Ecs.MESSAGE, message);
        header.describe(draft);
        if (!isWindowsEvent(draft, message)) {
            LinuxMessages.describe(draft, header.program(), message);
        }
        return draft;
    }

    /** NXLog and others send Windows events as JSON behind a syslog header. */
    private static boolean isWindowsEvent(EventDraft draft, String message) {
        String json = message.startsWith(COOKIE) ? message.substring(COOKIE.length()) : message;
        json = json.startsWith(" ") ? json.substring(1) : json;
        if (!json.startsWith("{")) {
            return false;
        }
        Map<String, @Nullable Object> fields = EventJson.fieldsOf(json);
        return fields != null && WindowsEvents.describe(draft, fields);
    }
}
