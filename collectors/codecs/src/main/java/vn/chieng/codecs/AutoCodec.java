package vn.chieng.codecs;

import vn.chieng.codecs.ecs.EcsCodec;
import vn.chieng.codecs.syslog.SyslogCodec;
import vn.chieng.codecs.windows.Shape;
import vn.chieng.codecs.windows.WindowsCodec;

/** Looks at the first character and, in JSON, at the names of the members, and gives the frame to the codec that fits. */
final class AutoCodec implements Codec {
    private final SyslogCodec syslog = new SyslogCodec(SyslogCodec.Form.EITHER);

    @Override
    public Decoded decode(byte[] bytes, FrameContext context) {
        return beginsAsObject(bytes) ? decodeJson(bytes, context) : syslog.decode(bytes, context);
    }

    private static Decoded decodeJson(byte[] bytes, FrameContext context) {
        Frame frame = Frame.of(bytes, context);
        return switch (EventJson.parse(frame)) {
            case EventJson.Parsed.Broken broken -> frame.draft().fail(broken.reason(), broken.describe());
            case EventJson.Parsed.Fields read -> {
                Shape shape = Shape.of(read.fields());
                yield shape == null
                        ? EcsCodec.decode(frame, read.fields())
                        : WindowsCodec.decode(frame, shape, read.fields());
            }
        };
    }

    private static boolean beginsAsObject(byte[] bytes) {
        for (byte next : bytes) {
            if (next != ' ' && next != '\t' && next != '\r' && next != '\n') {
                return next == '{';
            }
        }
        return false;
    }
}
