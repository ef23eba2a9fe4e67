package vn.chieng.intake.frame;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.chieng.intake.sources.Source;

/**
 * The bytes a device sent as one unit, and all that is known about them at that moment.
 *
 * @param peer address of the sender
 * @param received becomes {@code event.created}; whole milliseconds
 * @param line where the sender can send again, the place in its batch
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never changed and never compared
public record Frame(
        Source source,
        Transport transport,
        String peer,
        Instant received,
        @Nullable BatchLine line,
        @Nullable Fault fault,
        byte[] bytes) {}
