package vn.chieng.api.audit.history;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditEntry;
import vn.chieng.api.audit.AuditHistory;
import vn.chieng.api.audit.AuditLogAction;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.audit.AuditTrail;
import vn.chieng.api.audit.log.AuditWords;
import vn.chieng.api.console.Crumb;
import vn.chieng.api.console.Csv;
import vn.chieng.api.console.CsvDownload;
import vn.chieng.api.console.Shown;

/** Shows and exports the history of an object; whoever asks has checked that the caller may see the object. */
@Component("objectHistoryTab")
public final class HistoryTab {
    /** Entries at most, on the page and in the table. */
    static final int MOST = 500;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT).withZone(ZoneOffset.ofHours(7));

    private final AuditHistory history;
    private final AuditTrail trail;
    private final TransactionTemplate transactions;
    private final AuditWords words;
    private final MessageSource messages;
    private final Shown shown;
    private final Clock clock;

    HistoryTab(
            AuditHistory history,
            AuditTrail trail,
            TransactionTemplate transactions,
            AuditWords words,
            MessageSource messages,
            Shown shown,
            Clock clock) {
        this.history = history;
        this.trail = trail;
        this.transactions = transactions;
        this.words = words;
        this.messages = messages;
        this.shown = shown;
        this.clock = clock;
    }

    /** Fills the page and names its template. */
    public String page(HistoryOf asked, Model model, Locale locale) {
        List<Crumb> crumbs = new ArrayList<>(asked.crumbs());
        crumbs.add(new Crumb("", messages.getMessage("audit.history", null, locale)));
        model.addAttribute("crumbs", crumbs);
        model.addAttribute("named", shown.text(asked.name()));
        model.addAttribute("back", asked.path());
        model.addAttribute("entries", history.of(asked.subjects(), MOST));
        model.addAttribute("most", MOST);
        return "audit/history";
    }

    /** The same entries as a table; that it left is written down first. */
    public ResponseEntity<StreamingResponseBody> table(
            HistoryOf asked, String separator, SignedIn caller, Locale locale) {
        List<AuditEntry> entries = history.of(asked.subjects(), MOST);
        transactions.executeWithoutResult(_ -> trail.record(
                caller,
                AuditRecord.of(
                                AuditLogAction.HISTORY_EXPORTED,
                                asked.object().type(),
                                asked.object().id(),
                                asked.name(),
                                asked.organizationIds())
                        .changed(Map.of(), Map.of("rows", entries.size()))));
        char sign = CsvDownload.separator(separator);
        return CsvDownload.of(asked.object().type() + "-history", clock, out -> write(out, sign, entries, locale));
    }

    private void write(OutputStream out, char separator, List<AuditEntry> entries, Locale locale) throws IOException {
        String[] heads = Stream.of("at", "action", "person", "display", "role", "name", "changes", "reason")
                .map(column -> messages.getMessage("audit.column." + column, null, locale))
                .toArray(String[]::new);
        var csv = new Csv(out, separator, heads);
        for (AuditEntry entry : entries) {
            csv.untrusted(
                    TIME.format(entry.at()),
                    words.action(entry.action(), locale),
                    entry.actor().name(),
                    entry.actor().displayName(),
                    words.role(entry.actor().role(), locale),
                    entry.object().name(),
                    words.changes(entry, locale),
                    entry.reason());
        }
        csv.flush();
    }
}
