package vn.chieng.api.annualreport;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that is reported for a year, which is what is checked, frozen and printed.
 *
 * @param first first day of the data window
 * @param last last day of the data window
 * @param sections what is written under each heading of the body, by the heading's id in the pack
 * @param late what was stated where the whole is frozen after its last day
 */
public record ReportContent(
        int year,
        LocalDate first,
        LocalDate last,
        Map<String, String> sections,
        List<Unit> units,
        @Nullable LateApproval late) {

    public ReportContent {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("the window ends before it begins");
        }
        sections = java.util.Collections.unmodifiableMap(new TreeMap<>(sections));
        units = List.copyOf(units);
    }

    /**
     * A unit's part with its standing.
     *
     * @param approved whether the unit has approved its part
     * @param late what was stated where it did so after its last day
     */
    public record Unit(
            String organizationId,
            String name,
            boolean approved,
            @Nullable LateApproval late,
            UnitPart part) {}

    ReportContent late(@Nullable LateApproval stated) {
        return new ReportContent(year, first, last, sections, units, stated);
    }

    /** The figures of all units. */
    public Counts counts(StatusWords words) {
        return units.stream()
                .map(unit -> Counts.of(unit.part().rows(), words))
                .reduce(new Counts(0, 0, 0, 0, 0, 0), Counts::plus);
    }
}
