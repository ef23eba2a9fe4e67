package vn.chieng.content;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import vn.chieng.codecs.Codec;
import vn.chieng.codecs.Codecs;
import vn.chieng.codecs.FrameContext;
import vn.chieng.event.Event;

/** A frame as the codec that finds out by itself reads it. */
final class DecodedFrame {
    private static final Codec AUTO = Codecs.named(Codecs.AUTO).orElseThrow();
    private static final FrameContext CONTEXT = FrameContext.receivedAt(Instant.parse("2026-11-22T02:00:00Z"));

    private DecodedFrame() {}

    static Event event(String frame) {
        return AUTO.decode(frame.getBytes(StandardCharsets.UTF_8), CONTEXT).event();
    }
}
