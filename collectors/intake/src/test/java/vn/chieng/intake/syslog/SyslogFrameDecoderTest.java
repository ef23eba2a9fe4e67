package vn.chieng.intake.syslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.TooLongFrameException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyslogFrameDecoderTest {
    private static final int MAX_FRAME = 40;
    private static final int MAX_SKIPPED = 1000;

    @Test
    void cutsTheSameFramesFromPiecesOfEverySize() {
        byte[] stream = utf8("<13>one\n"
                + "20 <14>two\nwith a line!"
                + "<15>ba bốn năm\r\n"
                + "\n"
                + "6 number"
                + "\n2026-11-22 begins like a count\n"
                + "12 angry\nmen\n"
                + "<16>nul\0"
                + "7 <17>abc\n"
                + "<18>" + "x".repeat(100) + "\n"
                + "90 <19>" + "y".repeat(86)
                + "<20>" + "z".repeat(36) + "\n"
                + "<21>" + "z".repeat(36) + "\r\n"
                + "<22>" + "z".repeat(37) + "\n"
                + "123456789012 too many digits\n"
                + "0 no count\n"
                + "<23>last without an end");
        List<String> whole = frames(stream, stream.length);
        assertThat(whole)
                .containsExactly(
                        "<13>one",
                        "<14>two\nwith a line!",
                        "<15>ba bốn năm",
                        "",
                        "number",
                        "",
                        "2026-11-22 begins like a count",
                        "12 angry",
                        "men",
                        "<16>nul",
                        "<17>abc",
                        "",
                        "frame_too_long <18>" + "x".repeat(36) + " the frame has 104 bytes, only the first 40 are kept",
                        "frame_too_long <19>" + "y".repeat(36) + " the frame has 90 bytes, only the first 40 are kept",
                        "<20>" + "z".repeat(36),
                        "<21>" + "z".repeat(36),
                        "frame_too_long <22>" + "z".repeat(36) + " the frame has 41 bytes, only the first 40 are kept",
                        "123456789012 too many digits",
                        "0 no count",
                        "<23>last without an end");
        for (int size = 1; size < stream.length; size++) {
            assertThat(frames(stream, size)).as("pieces of %d bytes", size).isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"30 <13>half", "30 half", "30 ", "30"})
    void keepsWhatCameOfAFrameWhoseConnectionEnded(String stream) {
        assertThat(frames(utf8(stream), 3))
                .containsExactly(
                        "frame_incomplete " + stream + " the connection ended before the octets it had announced");
    }

    @Test
    void keepsTheBeginningOfAnOverlongFrameWhoseConnectionEnded() {
        assertThat(frames(utf8("<13>" + "x".repeat(60)), 7))
                .containsExactly(
                        "frame_too_long <13>" + "x".repeat(36) + " the frame has 64 bytes, only the first 40 are kept");
        assertThat(frames(utf8("500 <13>" + "x".repeat(60)), 7))
                .containsExactly("frame_too_long <13>" + "x".repeat(36)
                        + " the frame has 500 bytes, only the first 40 are kept");
    }

    @Test
    void refusesACountThatNoSenderMeans() {
        EmbeddedChannel channel = channel();
        assertThatThrownBy(() -> channel.writeInbound(Unpooled.wrappedBuffer(utf8("999999999 <13>x"))))
                .isInstanceOf(TooLongFrameException.class);
        channel.finishAndReleaseAll();
    }

    @Test
    void keepsEveryByteOfBinaryNoiseButTheEndsOfFrames() {
        byte[] noise = new byte[300];
        new java.util.Random(7).nextBytes(noise);
        for (int size : new int[] {1, 2, 3, 17, 300}) {
            EmbeddedChannel channel = new EmbeddedChannel(new SyslogFrameDecoder(1000, MAX_SKIPPED));
            feed(channel, noise, size);
            channel.finish();
            ByteArrayOutputStream kept = new ByteArrayOutputStream();
            for (CutFrame cut = channel.readInbound(); cut != null; cut = channel.readInbound()) {
                kept.writeBytes(cut.bytes());
            }
            byte[] withoutEnds = new byte[300];
            int length = 0;
            for (byte each : noise) {
                if (each != '\n' && each != 0) {
                    withoutEnds[length++] = each;
                }
            }
            assertThat(kept.toByteArray()).isEqualTo(Arrays.copyOf(withoutEnds, length));
        }
    }

    private static EmbeddedChannel channel() {
        return new EmbeddedChannel(new SyslogFrameDecoder(MAX_FRAME, MAX_SKIPPED));
    }

    private static List<String> frames(byte[] stream, int size) {
        EmbeddedChannel channel = channel();
        feed(channel, stream, size);
        channel.finish();
        List<String> frames = new ArrayList<>();
        for (CutFrame cut = channel.readInbound(); cut != null; cut = channel.readInbound()) {
            String text = new String(cut.bytes(), StandardCharsets.UTF_8);
            frames.add(
                    cut.fault() == null
                            ? text
                            : cut.fault().code() + " " + text + " "
                                    + Objects.requireNonNull(cut.fault()).detail());
        }
        return frames;
    }

    private static void feed(EmbeddedChannel channel, byte[] stream, int size) {
        for (int start = 0; start < stream.length; start += size) {
            channel.writeInbound(Unpooled.copiedBuffer(stream, start, Math.min(size, stream.length - start)));
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
