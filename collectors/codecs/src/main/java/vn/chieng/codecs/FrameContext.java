package vn.chieng.codecs;

import java.nio.charset.Charset;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a frame besides its bytes.
 *
 * @param received when we got it; the year and the missing parts of a device's time derive from it
 * @param zone the zone of times that name none
 * @param peer the sender's address as text, if it came over a network
 * @param charset what the frame is written in when it is not valid UTF-8, if the source table says so
 */
public record FrameContext(
        Instant received,
        ZoneId zone,
        @Nullable String peer,
        @Nullable Charset charset) {

    /** The zone of devices in Viet Nam. */
    public static final ZoneId DEFAULT_ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    /** A frame of unknown sender, in UTF-8, with times of Viet Nam. */
    public static FrameContext receivedAt(Instant received) {
        return new FrameContext(received, DEFAULT_ZONE, null, null);
    }
}
