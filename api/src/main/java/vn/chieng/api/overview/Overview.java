package vn.chieng.api.overview;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.coverage.BodyCoverage;
import vn.chieng.api.coverage.MonthCount;
import vn.chieng.api.incidents.OrganizationCount;
import vn.chieng.api.incidents.Severity;
import vn.chieng.api.incidents.times.GroupTimes;
import vn.chieng.api.incidents.times.Span;
import vn.chieng.api.incidents.times.WeekCount;

/**
 * The figures of a scope at one time.
 *
 * @param approved systems in operation with an approved level; null where nothing tells of dossiers
 * @param monitored communes and wards with a source that sends; null where nothing tells of sources
 * @param times of incidents opened in the span, and of the span before; null where there were none
 * @param recent the times of each of the last weeks, the oldest first
 * @param levels systems by level, 0 for those without
 * @param drilled bodies that recorded an exercise this year
 * @param clocks that run; null where nothing tells of them
 * @param overdueDossiers null where the reader may not see dossiers
 * @param silent bodies with a source that stopped sending
 */
record Overview(
        Instant at,
        Span span,
        List<BodyCoverage> bodies,
        List<MonthCount> months,
        @Nullable Share approved,
        @Nullable Share monitored,
        @Nullable GroupTimes times,
        @Nullable GroupTimes before,
        List<GroupTimes> recent,
        List<WeekCount> weeks,
        SortedMap<Integer, Long> levels,
        Share drilled,
        Map<Severity, Long> open,
        List<OrganizationCount> openByBody,
        @Nullable List<ClockFigures.Near> clocks,
        @Nullable Long overdueDossiers,
        List<BodyCoverage> silent) {}
