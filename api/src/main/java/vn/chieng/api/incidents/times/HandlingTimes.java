package vn.chieng.api.incidents.times;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.access.Scope;

/** Measures incidents by the first entry into each stage; exercises and incidents that another carries are left out. */
public interface HandlingTimes {

    /** The times of incidents opened in the span, the largest group first. */
    List<GroupTimes> figures(Span span, Grouping grouping, Scope scope);

    /** The incidents behind a figure, the longest first; {@code key} as in {@link GroupTimes}, null for all. */
    List<Measured> behind(Lapse lapse, Span span, Grouping grouping, @Nullable String key, Scope scope, int limit);

    /** How many were opened in each week, the oldest first; weeks without any are there with none. */
    List<WeekCount> weeks(Instant now, int weeks, Scope scope);
}
