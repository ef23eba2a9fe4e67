package vn.chieng.api.search;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.audit.AuditTrail;
import vn.chieng.api.console.Csv;
import vn.chieng.api.console.CsvDownload;

/** Found events as a file: the columns shown, page after page, up to a bound that the file tells of. */
@Controller
final class SearchExport {
    private static final int AT_ONCE = 1_000;

    private final EventStore store;
    private final EventFields fields;
    private final SearchSettings settings;
    private final AuditTrail audit;
    private final TransactionTemplate transactions;
    private final MessageSource messages;
    private final Clock clock;

    SearchExport(
            EventStore store,
            EventFields fields,
            SearchSettings settings,
            AuditTrail audit,
            TransactionTemplate transactions,
            MessageSource messages,
            Clock clock) {
        this.store = store;
        this.fields = fields;
        this.settings = settings;
        this.audit = audit;
        this.transactions = transactions;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/logs/export.csv")
    @Allowed(value = Permission.EVENTS_READ, scope = Allowed.ScopeRule.QUERY)
    ResponseEntity<StreamingResponseBody> export(
            @ModelAttribute SearchParameters parameters,
            @RequestParam(defaultValue = "semicolon") String separator,
            SignedIn caller,
            Locale locale) {
        EventQuery query;
        List<String> columns;
        EventPage first;
        try {
            columns = parameters.chosenColumns(fields.all());
            query = parameters.query(fields.all(), clock).after(List.of()).sized(AT_ONCE);
            first = store.rows(query, caller.scope());
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()), e);
        } catch (EventStoreAwayException e) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, e.code(), e);
        }
        record(parameters, caller);
        char sign = CsvDownload.separator(separator);
        return CsvDownload.of("events", clock, out -> write(out, sign, columns, query, first, caller, locale));
    }

    /** Nothing leaves before the trail holds it. */
    private void record(SearchParameters parameters, SignedIn caller) {
        String organizationId = caller.organizationId();
        transactions.executeWithoutResult(_ -> audit.record(
                caller,
                AuditRecord.of(
                                SearchAction.EXPORTED,
                                "event-export",
                                "*",
                                null,
                                organizationId == null ? Set.of() : Set.of(organizationId))
                        .changed(Map.of(), Map.copyOf(parameters.values()))));
    }

    private void write(
            OutputStream out,
            char separator,
            List<String> columns,
            EventQuery query,
            EventPage first,
            SignedIn caller,
            Locale locale)
            throws IOException {
        var csv = new Csv(
                out,
                separator,
                Stream.concat(Stream.of(EventFields.TIME), columns.stream()).toArray(String[]::new));
        EventPage page = first;
        int written = 0;
        while (true) {
            for (FoundEvent event : page.items()) {
                if (written++ == settings.exportMost()) {
                    csv.line(text("search.export.cut", locale, settings.exportMost()));
                    csv.flush();
                    return;
                }
                csv.untrusted(Stream.concat(Stream.of(EventFields.TIME), columns.stream())
                        .map(event::text)
                        .toArray());
            }
            csv.flush();
            if (page.items().size() < AT_ONCE) {
                return;
            }
            try {
                page = store.rows(query.after(page.items().getLast().sort()), caller.scope());
            } catch (EventStoreAwayException e) {
                csv.line(text("search.export.broken", locale, written));
                csv.flush();
                return;
            }
        }
    }

    private String text(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
