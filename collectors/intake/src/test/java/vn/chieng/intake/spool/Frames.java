package vn.chieng.intake.spool;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import vn.chieng.event.RetentionClass;
import vn.chieng.intake.frame.Frame;
import vn.chieng.intake.frame.Transport;
import vn.chieng.intake.sources.Source;

/** Frames of one sender, told apart by their text. */
final class Frames {
    static final Source SOURCE = new Source("s-1", "org-21583", "sys-9", 3, RetentionClass.R6, "auto", "drill-2");
    static final Instant RECEIVED = Instant.parse("2026-11-22T01:02:03.004Z");

    private Frames() {}

    static Frame frame(String text) {
        return new Frame(
                SOURCE, Transport.TCP, "10.0.0.7", RECEIVED, null, null, text.getBytes(StandardCharsets.UTF_8));
    }

    static List<String> texts(List<SpooledFrame> frames) {
        return frames.stream()
                .map(frame -> frame.sequence() + " " + text(frame))
                .toList();
    }

    static String text(SpooledFrame frame) {
        return new String(frame.frame().bytes(), StandardCharsets.UTF_8);
    }
}
