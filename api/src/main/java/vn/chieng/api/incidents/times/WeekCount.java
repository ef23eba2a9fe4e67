package vn.chieng.api.incidents.times;

import java.time.LocalDate;
import java.util.Map;
import vn.chieng.api.incidents.Severity;

/** Incidents opened in a week of Vietnam's calendar, which begins on Monday. */
public record WeekCount(LocalDate monday, Map<Severity, Long> bySeverity) {
    public WeekCount {
        bySeverity = Map.copyOf(bySeverity);
    }

    /** Those of one severity. */
    public long of(Severity severity) {
        return bySeverity.getOrDefault(severity, 0L);
    }

    /** All of them. */
    public long total() {
        return bySeverity.values().stream().mapToLong(Long::longValue).sum();
    }
}
