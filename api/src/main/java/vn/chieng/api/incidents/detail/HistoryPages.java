package vn.chieng.api.incidents.detail;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.audit.AuditTrail;
import vn.chieng.api.console.Csv;
import vn.chieng.api.console.CsvDownload;
import vn.chieng.api.incidents.HistoryEntry;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentAction;
import vn.chieng.api.incidents.IncidentStore;
import vn.chieng.api.incidents.timeline.HistoryWords;
import vn.chieng.api.incidents.timeline.TimelineEntry.Part;
import vn.chieng.api.query.Moments;

/** What was done with an incident, by whom and in which role, on a page and as a file. */
@Controller
@RequestMapping("/incidents/{id}")
final class HistoryPages {
    private static final int MOST_SHOWN = 500;
    private static final int MOST_EXPORTED = 10_000;
    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT).withZone(Moments.VIETNAM);

    private final IncidentStore store;
    private final IncidentView view;
    private final AuditTrail audit;
    private final TransactionTemplate transactions;
    private final MessageSource messages;
    private final Clock clock;

    HistoryPages(
            IncidentStore store,
            IncidentView view,
            AuditTrail audit,
            TransactionTemplate transactions,
            MessageSource messages,
            Clock clock) {
        this.store = store;
        this.view = view;
        this.audit = audit;
        this.transactions = transactions;
        this.messages = messages;
        this.clock = clock;
    }

    /** An entry with its values in words. */
    record Line(
            HistoryEntry entry,
            @Nullable Part before,
            @Nullable Part after) {
        static Line of(HistoryEntry entry) {
            return new Line(entry, HistoryWords.before(entry), HistoryWords.after(entry));
        }
    }

    @GetMapping("/history")
    @Allowed(value = Permission.INCIDENTS_READ, scope = Allowed.ScopeRule.QUERY)
    String history(@PathVariable long id, SignedIn caller, Model model) {
        view.fill(view.known(id, caller), "history", caller, model);
        model.addAttribute("history", lines(id, caller, MOST_SHOWN).toList());
        return IncidentView.TEMPLATE;
    }

    @GetMapping("/history.csv")
    @Allowed(value = Permission.INCIDENTS_READ, scope = Allowed.ScopeRule.QUERY)
    ResponseEntity<StreamingResponseBody> export(
            @PathVariable long id,
            @RequestParam(defaultValue = "semicolon") String separator,
            SignedIn caller,
            Locale locale) {
        Incident incident = view.known(id, caller);
        List<Line> lines = lines(id, caller, MOST_EXPORTED).toList();
        transactions.executeWithoutResult(_ -> audit.record(
                caller,
                AuditRecord.of(
                                IncidentAction.HISTORY_EXPORTED,
                                "incident",
                                Long.toString(id),
                                incident.number(),
                                Set.copyOf(incident.organizationIds()))
                        .changed(Map.of(), Map.of("rows", lines.size()))));
        char sign = CsvDownload.separator(separator);
        return CsvDownload.of(incident.number() + "-history", clock, out -> write(out, sign, incident, lines, locale));
    }

    private Stream<Line> lines(long id, SignedIn caller, int most) {
        return store.history(id, caller.scope(), most).stream().map(Line::of);
    }

    private void write(OutputStream out, char separator, Incident incident, List<Line> lines, Locale locale)
            throws IOException {
        String[] heads = Stream.of(
                        "evidence.time",
                        "history.what",
                        "history.who",
                        "history.role",
                        "history.before",
                        "history.after",
                        "history.note",
                        "tlp")
                .map(head -> text("incidents." + head, locale))
                .toArray(String[]::new);
        var csv = new Csv(out, separator, heads);
        for (Line line : lines) {
            HistoryEntry entry = line.entry();
            Role role = entry.role();
            csv.untrusted(
                    ISO.format(entry.moment()),
                    text("incidents.history." + entry.kind().code(), locale),
                    entry.actor() == null ? text("incidents.history.machine", locale) : entry.actor(),
                    role == null ? "" : text("console.role." + role, locale),
                    said(line.before(), locale),
                    said(line.after(), locale),
                    entry.note() == null ? "" : entry.note(),
                    incident.classification().tlp().label());
        }
        csv.flush();
    }

    private String said(@Nullable Part part, Locale locale) {
        return switch (part) {
            case null -> "";
            case Part.Value(String value) -> value;
            case Part.Label(String key, List<Object> arguments) -> text(key, locale, arguments.toArray());
        };
    }

    private String text(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values.length == 0 ? null : values, locale);
    }
}
