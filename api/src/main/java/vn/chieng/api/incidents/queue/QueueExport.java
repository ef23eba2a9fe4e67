package vn.chieng.api.incidents.queue;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.audit.AuditTrail;
import vn.chieng.api.console.Csv;
import vn.chieng.api.console.CsvDownload;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentAction;
import vn.chieng.api.incidents.IncidentDeadlines.Deadline;
import vn.chieng.api.incidents.Reader;
import vn.chieng.api.organizations.OrganizationDirectory;
import vn.chieng.api.query.Moments;
import vn.chieng.api.systems.RegisteredSystem;

/** The queue as a file: the columns shown, every match, page after page so that no list is held as a whole. */
@Controller
final class QueueExport {
    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT).withZone(Moments.VIETNAM);

    private final QueueModel list;
    private final IncidentQueue queue;
    private final QueueRows rows;
    private final OrganizationDirectory organizations;
    private final MessageSource messages;
    private final AuditTrail audit;
    private final TransactionTemplate transactions;
    private final ExportSettings settings;
    private final Clock clock;

    QueueExport(
            QueueModel list,
            IncidentQueue queue,
            QueueRows rows,
            OrganizationDirectory organizations,
            MessageSource messages,
            AuditTrail audit,
            TransactionTemplate transactions,
            ExportSettings settings,
            Clock clock) {
        this.list = list;
        this.queue = queue;
        this.rows = rows;
        this.organizations = organizations;
        this.messages = messages;
        this.audit = audit;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/incidents/export.csv")
    @Allowed(value = Permission.INCIDENTS_READ, scope = Allowed.ScopeRule.QUERY)
    ResponseEntity<StreamingResponseBody> export(
            @ModelAttribute ListParameters parameters,
            @RequestParam(defaultValue = "semicolon") String separator,
            SignedIn caller,
            Locale locale) {
        IncidentQuery query = list.query(parameters, caller).whole();
        Set<QueueColumn> columns = new LinkedHashSet<>(parameters.chosenColumns());
        columns.add(QueueColumn.TLP); // whatever leaves the product says how far it may go
        long count = queue.count(query, Reader.of(caller));
        // nothing leaves before the trail holds it
        transactions.executeWithoutResult(_ -> audit.record(
                caller,
                AuditRecord.of(IncidentAction.EXPORTED, "incident-export", "*", null, organizations(caller))
                        .changed(
                                Map.copyOf(parameters.values()),
                                Map.of("rows", Math.min(count, settings.exportMost())))));
        char sign = CsvDownload.separator(separator);
        return CsvDownload.of("incidents", clock, out -> write(out, sign, query, columns, count, caller, locale));
    }

    private static Set<String> organizations(SignedIn caller) {
        String organizationId = caller.organizationId();
        return organizationId == null ? Set.of() : Set.of(organizationId);
    }

    private void write(
            OutputStream out,
            char separator,
            IncidentQuery query,
            Set<QueueColumn> columns,
            long count,
            SignedIn caller,
            Locale locale)
            throws IOException {
        var csv = new Csv(
                out,
                separator,
                columns.stream().flatMap(column -> heads(column, locale)).toArray(String[]::new));
        Reader reader = Reader.of(caller);
        IncidentQuery next = query;
        int written = 0;
        while (true) {
            List<Incident> page = queue.page(next, reader);
            QueueRows.Facts facts = rows.facts(page, caller.scope(), columns);
            for (Incident incident : page) {
                if (written++ == settings.exportMost()) {
                    csv.line(text("incidents.export.cut", locale, settings.exportMost(), count));
                    csv.flush();
                    return;
                }
                csv.untrusted(columns.stream()
                        .flatMap(column -> cells(column, incident, facts, locale))
                        .toArray());
            }
            csv.flush();
            if (page.size() < IncidentQuery.MAX_LIMIT) {
                return;
            }
            next = query.after(Cursor.behind(page.getLast()));
        }
    }

    private Stream<String> heads(QueueColumn column, Locale locale) {
        return switch (column) {
            case INCIDENT -> heads(locale, "number", "name", "subject", "detections");
            case WORK -> heads(locale, "state", "assignee");
            case DEADLINE -> heads(locale, "clock", "due");
            case SEVERITY, SYSTEM, ORGANIZATIONS, LABELS, GROUP, TECHNIQUES, TLP, CREATED, SEEN ->
                Stream.of(text("incidents.column." + column.code(), locale));
        };
    }

    private Stream<String> heads(Locale locale, String... parts) {
        return Stream.of(parts).map(part -> text("incidents.export." + part, locale));
    }

    private Stream<@Nullable Object> cells(
            QueueColumn column, Incident incident, QueueRows.Facts facts, Locale locale) {
        RegisteredSystem system = facts.system(incident);
        return switch (column) {
            case SEVERITY -> Stream.of(incident.severity().name());
            case INCIDENT ->
                Stream.of(incident.number(), incident.title(locale), incident.subject(), incident.detections());
            case SYSTEM ->
                Stream.of(
                        system == null
                                ? ""
                                : system.code() + " " + system.card().name());
            case ORGANIZATIONS ->
                Stream.of(incident.organizationIds().stream()
                        .map(id -> organizations.name(id, locale))
                        .collect(Collectors.joining(", ")));
            case WORK ->
                Stream.of(
                        text("incidents.state." + incident.state().code(), locale),
                        incident.assigneeName() == null ? "" : incident.assigneeName());
            case LABELS -> Stream.of(String.join(", ", facts.labels(incident)));
            case GROUP ->
                Stream.of(String.valueOf(orEmpty(incident.classification().group())));
            case TECHNIQUES -> Stream.of(String.join(", ", incident.techniques()));
            case TLP -> Stream.of(incident.classification().tlp().label());
            case DEADLINE -> {
                Deadline deadline = facts.deadline(incident);
                yield Stream.of(
                        deadline == null ? "" : deadline.clock(), deadline == null ? "" : iso(deadline.dueAt()));
            }
            case CREATED -> Stream.of(iso(incident.detectedAt()));
            case SEEN -> Stream.of(iso(incident.lastSeen()));
        };
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String iso(Instant at) {
        return ISO.format(at);
    }

    private String text(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
