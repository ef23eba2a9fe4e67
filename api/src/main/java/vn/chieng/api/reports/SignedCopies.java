package vn.chieng.api.reports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.audit.AuditTrail;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentRegister;
import vn.chieng.api.incidents.Reader;

/** Binds the signed file of a report to the version it is of, once and for ever, by the hash computed of its bytes. */
@Component
final class SignedCopies {
    /** The largest file. */
    static final long MOST_BYTES = 20L * 1024 * 1024;

    private static final byte[] BEGINNING = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_NAME = 150;

    private final IncidentReportStore store;
    private final IncidentRegister incidents;
    private final TransactionTemplate transactions;
    private final AuditTrail audit;
    private final Clock clock;

    SignedCopies(
            IncidentReportStore store,
            IncidentRegister incidents,
            TransactionTemplate transactions,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.incidents = incidents;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** A signed file must be a PDF; a version takes one only. */
    ReportOutcome bind(long incidentId, long reportId, String name, byte[] content, SignedIn by) {
        Optional<Incident> incident = incidents.find(incidentId, Reader.of(by));
        Optional<IncidentReport> report = incident.flatMap(_ -> store.find(incidentId, reportId));
        if (report.isEmpty()) {
            return new ReportOutcome.Unknown();
        }
        if (content.length == 0) {
            return new ReportOutcome.Refused("signed.file");
        }
        if (content.length > MOST_BYTES) {
            return new ReportOutcome.Refused("signed.too-large");
        }
        if (!name.toLowerCase(Locale.ROOT).endsWith(".pdf")
                || !Arrays.equals(BEGINNING, Arrays.copyOf(content, BEGINNING.length))) {
            return new ReportOutcome.Refused("signed.format");
        }
        var copy = new SignedCopy(shortened(name), sha256(content), content.length, clock.instant(), by.displayName());
        return Objects.requireNonNull(transactions.execute(_ -> {
            if (!store.bind(reportId, copy, content)) {
                return new ReportOutcome.Refused("signed.taken");
            }
            audit.record(by, record(incident.get(), report.get(), copy));
            return new ReportOutcome.Done(reportId);
        }));
    }

    private static AuditRecord record(Incident incident, IncidentReport report, SignedCopy copy) {
        return AuditRecord.of(
                        ReportAction.SIGNED,
                        "incident",
                        Long.toString(incident.id()),
                        incident.number(),
                        Set.copyOf(incident.organizationIds()))
                .changed(Map.of(), Map.of("form", report.form(), "version", report.number(), "sha256", copy.sha256()));
    }

    /** Only for people to recognise it by; some browsers send a whole path. */
    private static String shortened(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", " ")
                .strip();
        return last.substring(Math.max(0, last.length() - LONGEST_NAME));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
