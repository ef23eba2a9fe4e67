package vn.chieng.api.annualreport;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.chieng.law.pack.PackVersion;

/**
 * A report as it is kept, without the parts of its units.
 *
 * @param frozen when, by whom and over which bytes it was frozen
 * @param late what was stated where it was frozen after its last day
 * @param signed when and by whom the signed copy was bound to it
 * @param version advanced by every change of the report itself
 */
public record StoredReport(
        int year,
        PackVersion pack,
        LocalDate first,
        LocalDate last,
        ReportState state,
        Map<String, String> sections,
        ReportHead head,
        int version,
        Instant openedAt,
        String openedBy,
        @Nullable Seal frozen,
        @Nullable LateApproval late,
        @Nullable Seal signed,
        @Nullable String signedName) {

    public StoredReport {
        sections = Map.copyOf(sections);
    }

    /** A hash with who made it and when. */
    public record Seal(String hash, Instant at, String by) {}
}
