package vn.chieng.api.audit.log;

import java.io.IOException;
import java.io.OutputStream;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.OrganizationNames;
import vn.chieng.api.access.Scope;
import vn.chieng.api.audit.AuditEntry;
import vn.chieng.api.audit.chain.EntryLine;
import vn.chieng.api.console.Csv;

/** Writes a filtered list as a table for office programs; it carries no chain and says so at its end. */
@Component
class AuditCsv {
    /** Rows in one table: more than that office programs do not open. */
    static final int MOST_ROWS = 1_000_000;

    private static final int BATCH = 500;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm:ss", Locale.ROOT).withZone(EntryLine.ZONE);

    private final AuditSearch search;
    private final AuditWords words;
    private final OrganizationNames organizations;
    private final MessageSource messages;

    AuditCsv(AuditSearch search, AuditWords words, OrganizationNames organizations, MessageSource messages) {
        this.search = search;
        this.words = words;
        this.organizations = organizations;
        this.messages = messages;
    }

    /** Writes the rows, the latest first. */
    void write(AuditQuery query, Scope scope, Locale locale, OutputStream out) throws IOException {
        var csv = new Csv(
                out,
                Stream.of(
                                "number",
                                "at",
                                "person",
                                "display",
                                "role",
                                "organization",
                                "action",
                                "type",
                                "object",
                                "name",
                                "changes",
                                "reason",
                                "address")
                        .map(column -> messages.getMessage("audit.column." + column, null, locale))
                        .toArray(String[]::new));
        long rows = 0;
        @Nullable Long after = query.after();
        while (rows < MOST_ROWS) {
            List<AuditEntry> entries = search.rows(query.behind(after, BATCH), scope);
            for (AuditEntry entry : entries) {
                csv.line(cells(entry, locale));
            }
            csv.flush();
            rows += entries.size();
            if (entries.size() < BATCH) {
                break;
            }
            after = entries.getLast().number();
        }
        csv.line(messages.getMessage("audit.csv.end", new Object[] {rows}, locale));
        csv.flush();
    }

    private @Nullable Object[] cells(AuditEntry entry, Locale locale) {
        AuditEntry.Actor actor = entry.actor();
        AuditEntry.Subject object = entry.object();
        return new @Nullable Object[] {
            entry.number(),
            TIME.format(entry.at()),
            actor.name(),
            actor.displayName(),
            words.role(actor.role(), locale),
            actor.organizationId() == null ? null : organizations.name(actor.organizationId(), locale),
            words.action(entry.action(), locale),
            words.object(object.type(), locale),
            object.id(),
            object.name(),
            words.changes(entry, locale),
            entry.reason(),
            entry.address()
        };
    }
}
