package vn.chieng.api.reports;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chieng.law.pack.PackVersion;

/**
 * A version of a report, as it was made.
 *
 * @param form the report of the law pack
 * @param type which kind of it; null where it has none
 * @param number the version, counted for each form of an incident
 * @param sent how it went out; null while it did not
 */
public record IncidentReport(
        long id,
        long incidentId,
        String incidentNumber,
        String form,
        @Nullable String type,
        int number,
        PackVersion pack,
        String heading,
        List<ReportLine> lines,
        Hashes hashes,
        Instant madeAt,
        String madeBy,
        String agency,
        String tlp,
        boolean drill,
        @Nullable Sent sent) {
    public IncidentReport {
        lines = List.copyOf(lines);
    }

    /** SHA-256 of the files made from it. */
    public record Hashes(String pdf, String docx) {
        /** Before the files were made. */
        public static final Hashes NONE = new Hashes("", "");
    }

    /**
     * How it went out.
     *
     * @param signedSha256 the hash of the signed copy
     * @param clocks the clocks it answered
     * @param late how much after the earliest of them was due; negative where it was in time, null where it answered none
     */
    public record Sent(
            Instant at,
            String sender,
            String signer,
            String recipient,
            String channel,
            @Nullable String documentNumber,
            String proof,
            @Nullable String signedSha256,
            List<String> clocks,
            @Nullable Duration late) {
        public Sent {
            clocks = List.copyOf(clocks);
        }
    }

    IncidentReport hashed(Hashes made) {
        return new IncidentReport(
                id,
                incidentId,
                incidentNumber,
                form,
                type,
                number,
                pack,
                heading,
                lines,
                made,
                madeAt,
                madeBy,
                agency,
                tlp,
                drill,
                sent);
    }
}
