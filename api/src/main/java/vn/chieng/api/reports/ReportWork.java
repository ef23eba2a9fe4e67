package vn.chieng.api.reports;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chieng.api.access.OrganizationNames;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.audit.AuditTrail;
import vn.chieng.api.clocks.ClockOutcome;
import vn.chieng.api.clocks.ClockStore;
import vn.chieng.api.clocks.ClockWork;
import vn.chieng.api.clocks.file.LegalClock;
import vn.chieng.api.clocks.file.Sending;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentRegister;
import vn.chieng.api.incidents.IncidentState;
import vn.chieng.api.incidents.Reader;
import vn.chieng.law.pack.Incidents;

/** What people do with reports: keep the fact sheet, make a version, record that it was sent. */
@Component
final class ReportWork {
    private static final Locale VIETNAMESE = Locale.of("vi");

    private final IncidentReportStore store;
    private final ReportFilling filling;
    private final IncidentRegister incidents;
    private final ClockStore clocks;
    private final ClockWork clockWork;
    private final OrganizationNames names;
    private final ReportPrinter printer;
    private final TransactionTemplate transactions;
    private final AuditTrail audit;
    private final Clock clock;

    ReportWork(
            IncidentReportStore store,
            ReportFilling filling,
            IncidentRegister incidents,
            ClockStore clocks,
            ClockWork clockWork,
            OrganizationNames names,
            ReportPrinter printer,
            TransactionTemplate transactions,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.filling = filling;
        this.incidents = incidents;
        this.clocks = clocks;
        this.clockWork = clockWork;
        this.names = names;
        this.printer = printer;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Replaces what was typed in the fields of one form; the others stay. */
    public ReportOutcome type(long id, String formId, int version, Map<String, String> fields, SignedIn by) {
        return within(id, by, incident -> {
            Optional<Incidents.Report> form = filling.form(incident, formId);
            if (form.isEmpty()) {
                return new ReportOutcome.Unknown();
            }
            FactSheet before = store.sheet(id);
            Map<String, String> typed = new LinkedHashMap<>(before.typed());
            form.get().fields().forEach(field -> {
                String text = fields.getOrDefault(field.key(), "").strip();
                if (text.isEmpty()) {
                    typed.remove(field.key());
                } else {
                    typed.put(field.key(), text);
                }
            });
            FactSheet after;
            try {
                after = new FactSheet(typed, version);
            } catch (IllegalArgumentException e) {
                return new ReportOutcome.Refused("text");
            }
            if (!store.write(id, after, by.displayName(), clock.instant())) {
                return new ReportOutcome.Stale();
            }
            audit.record(
                    by,
                    record(ReportAction.SHEET_CHANGED, incident)
                            .changed(Map.of("form", formId), Map.of("form", formId, "fields", typed.size())));
            return new ReportOutcome.Done(id);
        });
    }

    /** Freezes a version of a form as it is filled now; gaps are printed as such, so that a fast first report is possible. */
    public ReportOutcome make(long id, String formId, @Nullable String type, SignedIn by) {
        return within(id, by, incident -> {
            Optional<Incidents.Report> form = filling.form(incident, formId);
            if (form.isEmpty()) {
                return new ReportOutcome.Unknown();
            }
            if (!form.get().types().isEmpty()
                    && ReportFilling.type(form.get(), type).isEmpty()) {
                return new ReportOutcome.Refused("type");
            }
            IncidentReport hashed = printer.hashed(draft(incident, form.get(), type, by));
            long made = store.add(hashed);
            audit.record(
                    by,
                    record(ReportAction.MADE, incident)
                            .changed(
                                    Map.of(),
                                    Map.of(
                                            "form", formId,
                                            "version", hashed.number(),
                                            "pdf", hashed.hashes().pdf())));
            return new ReportOutcome.Done(made);
        });
    }

    private IncidentReport draft(Incident incident, Incidents.Report form, @Nullable String type, SignedIn by) {
        String kind = ReportFilling.type(form, type)
                .map(each -> form.title().vi() + " (" + each.label().vi() + ")")
                .orElse(form.title().vi());
        String body = by.organizationId();
        return new IncidentReport(
                0,
                incident.id(),
                incident.number(),
                form.id(),
                type,
                store.next(incident.id(), form.id()),
                filling.pack(incident).orElseThrow().version(),
                kind,
                filling.lines(incident, form, type, store.sheet(incident.id())),
                IncidentReport.Hashes.NONE,
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                by.displayName(),
                body == null ? by.displayName() : names.name(body, VIETNAMESE),
                incident.classification().tlp().name(),
                !incident.exerciseIds().isEmpty(),
                null);
    }

    /** The clocks that a report of this form would answer now. */
    List<LegalClock> answers(Incident incident, String formId) {
        List<String> named = filling.pack(incident).stream()
                .flatMap(pack -> pack.incidents().clocks().stream())
                .filter(rule -> formId.equals(rule.report()))
                .map(Incidents.Clock::id)
                .toList();
        return clocks.file(incident.id()).clocks().stream()
                .filter(each -> named.contains(each.id()) && each.open())
                .toList();
    }

    /** Records how a version went out, and stops the clocks it answers; a version with gaps does not count as sent. */
    public ReportOutcome send(long id, long reportId, IncidentReport.Sent typed, SignedIn by) {
        return within(id, by, incident -> {
            Optional<IncidentReport> found = store.find(id, reportId);
            if (found.isEmpty()) {
                return new ReportOutcome.Unknown();
            }
            IncidentReport report = found.get();
            if (report.lines().stream().anyMatch(ReportLine::missing)) {
                return new ReportOutcome.Refused("missing");
            }
            Incidents.Answers answers = filling.form(incident, report.form())
                    .flatMap(form -> ReportFilling.type(form, report.type()))
                    .map(Incidents.ReportType::answers)
                    .orElse(Incidents.Answers.WHOLE);
            List<LegalClock> due = answers == Incidents.Answers.NOTHING
                    ? List.of()
                    : answers(incident, report.form()).stream()
                            .filter(each -> !(answers == Incidents.Answers.PART && each.awaitsClosing()))
                            .toList();
            return stopped(incident, report, typed, due, answers == Incidents.Answers.PART, by);
        });
    }

    private ReportOutcome stopped(
            Incident incident,
            IncidentReport report,
            IncidentReport.Sent typed,
            List<LegalClock> due,
            boolean part,
            SignedIn by) {
        List<String> ids = due.stream().map(LegalClock::id).toList();
        Sending sending = new Sending(
                typed.at(),
                typed.sender(),
                typed.recipient(),
                typed.channel(),
                typed.documentNumber(),
                report.form() + "/" + report.number() + ": " + typed.proof(),
                part);
        ClockOutcome outcome = clockWork.sent(incident.id(), ids, sending, by);
        if (outcome instanceof ClockOutcome.Refused(String field)) {
            return new ReportOutcome.Refused(field);
        }
        SignedCopy signedCopy = store.signedCopies(incident.id()).get(report.id());
        IncidentReport.Sent sent = new IncidentReport.Sent(
                typed.at(),
                typed.sender(),
                typed.signer(),
                typed.recipient(),
                typed.channel(),
                typed.documentNumber(),
                typed.proof(),
                signedCopy == null ? null : signedCopy.sha256(),
                ids,
                late(due, typed.at()));
        if (!(outcome instanceof ClockOutcome.Done) || !store.sent(report.id(), sent)) {
            return new ReportOutcome.Stale();
        }
        audit.record(
                by,
                record(ReportAction.SENT, incident)
                        .changed(
                                Map.of(),
                                Map.of(
                                        "form", report.form(),
                                        "version", report.number(),
                                        "recipient", sent.recipient(),
                                        "channel", sent.channel(),
                                        "clocks", ids)));
        return new ReportOutcome.Done(report.id());
    }

    private static @Nullable Duration late(List<LegalClock> due, Instant sentAt) {
        return due.stream()
                .map(LegalClock::due)
                .min(Comparator.naturalOrder())
                .map(earliest -> Duration.between(earliest, sentAt))
                .orElse(null);
    }

    /** Notes that somebody fetched the file. */
    void fetched(Incident incident, IncidentReport report, String format, SignedIn by) {
        transactions.executeWithoutResult(_ -> audit.record(
                by,
                record(ReportAction.FETCHED, incident)
                        .changed(
                                Map.of(),
                                Map.of("form", report.form(), "version", report.number(), "format", format))));
    }

    private static AuditRecord record(ReportAction action, Incident incident) {
        return AuditRecord.of(
                action,
                "incident",
                Long.toString(incident.id()),
                incident.number(),
                Set.copyOf(incident.organizationIds()));
    }

    private ReportOutcome within(long id, SignedIn by, Function<Incident, ReportOutcome> change) {
        return Objects.requireNonNull(transactions.execute(status -> {
            Optional<Incident> incident = clocks.lock(id) ? incidents.find(id, Reader.of(by)) : Optional.empty();
            if (incident.isEmpty()) {
                return new ReportOutcome.Unknown();
            }
            if (incident.get().state() == IncidentState.MERGED) {
                return new ReportOutcome.Stale();
            }
            ReportOutcome outcome = change.apply(incident.get());
            if (!(outcome instanceof ReportOutcome.Done)) {
                status.setRollbackOnly();
            }
            return outcome;
        }));
    }
}
