package vn.chieng.api.clocks;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.clocks.file.LegalClock;

/**
 * A clock as pages and the API show it.
 *
 * @param label what the law pack calls it
 * @param words how much time is left, or what became of it
 * @param tone how it looks: late, waiting, active, good or quiet
 * @param recipients to whom the pack wants it sent
 * @param report the report that answers it; null where the pack names none
 * @param inParts whether a preliminary report keeps the time
 */
public record ClockView(
        LegalClock clock,
        String label,
        String words,
        String tone,
        String recipients,
        List<String> citations,
        @Nullable String report,
        boolean inParts,
        boolean overdue) {
    private static final long WAITING_SHARE = 2;

    public ClockView {
        citations = List.copyOf(citations);
    }

    static String tone(LegalClock clock, Instant now) {
        return switch (clock.state()) {
            case STOPPED -> "quiet";
            case SENT -> clock.awaitsClosing() ? "waiting" : clock.late().isPositive() ? "late" : "good";
            case RUNNING -> {
                if (clock.overdue(now)) {
                    yield "late";
                }
                long whole = clock.due().getEpochSecond() - clock.from().getEpochSecond();
                long left = clock.due().getEpochSecond() - now.getEpochSecond();
                yield left * WAITING_SHARE <= whole ? "waiting" : "active";
            }
        };
    }

    /** The clock's name. */
    public String id() {
        return clock.id();
    }
}
