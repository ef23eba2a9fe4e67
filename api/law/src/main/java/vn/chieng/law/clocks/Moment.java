package vn.chieng.law.clocks;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** When something happened, to the minute; a correction keeps what stood there before, and why. */
public record Moment(Instant at, List<Correction> corrections) {
    public Moment {
        at = at.truncatedTo(ChronoUnit.MINUTES);
        corrections = List.copyOf(corrections);
    }

    public static Moment of(Instant at) {
        return new Moment(at, List.of());
    }

    /** The moment with another time; the earlier one stays among the corrections. */
    public Moment corrected(Instant newTime, String reason, String by, Instant on) {
        Moment next = of(newTime);
        List<Correction> more = new ArrayList<>(corrections);
        more.add(new Correction(at, next.at, reason, by, on));
        return new Moment(next.at, more);
    }

    /** Who changed the time, from what to what, why and when. */
    public record Correction(Instant before, Instant after, String reason, String by, Instant on) {
        public Correction {
            if (reason.isBlank() || by.isBlank()) {
                throw new IllegalArgumentException("a correction names its reason and its person");
            }
        }
    }
}
