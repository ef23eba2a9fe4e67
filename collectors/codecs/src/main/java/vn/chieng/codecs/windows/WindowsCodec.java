package vn.chieng.codecs.windows;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.chieng.codecs.Codec;
import vn.chieng.codecs.Decoded;
import vn.chieng.codecs.EventDraft;
import vn.chieng.codecs.EventJson;
import vn.chieng.codecs.Frame;
import vn.chieng.codecs.FrameContext;
import vn.chieng.codecs.ecs.EcsDocument;

/** Reads a Windows event in JSON: in one form, or in whichever it has. */
public final class WindowsCodec implements Codec {
    private final @Nullable Shape expected;

    /** A codec for one form, or for any where that is null. */
    public WindowsCodec(@Nullable Shape expected) {
        this.expected = expected;
    }

    @Override
    public Decoded decode(byte[] bytes, FrameContext context) {
        Frame frame = Frame.of(bytes, context);
        return switch (EventJson.parse(frame)) {
            case EventJson.Parsed.Broken broken -> frame.draft().fail(broken.reason(), broken.describe());
            case EventJson.Parsed.Fields read -> decode(frame, read.fields());
        };
    }

    private Decoded decode(Frame frame, Map<String, @Nullable Object> fields) {
        Shape shape = Shape.of(fields);
        if (shape == null || (expected != null && expected != shape)) {
            return frame.draft().fail(Decoded.Reason.NOT_THIS_FORMAT, "not a Windows event as this codec expects it");
        }
        return decode(frame, shape, fields);
    }

    /** Decodes members already read, whose form is known. */
    public static Decoded decode(Frame frame, Shape shape, Map<String, @Nullable Object> fields) {
        EventDraft draft = frame.draft();
        Decoded.Reason problem = shape == Shape.WINLOGBEAT ? EcsDocument.copy(draft, fields) : null;
        if (problem != null) {
            return draft.fail(problem, EcsDocument.describe(problem));
        }
        return WindowsEvents.describe(draft, shape, fields)
                ? draft.finish()
                : draft.fail(Decoded.Reason.NOT_THIS_FORMAT, "a Windows event without a readable id");
    }
}
