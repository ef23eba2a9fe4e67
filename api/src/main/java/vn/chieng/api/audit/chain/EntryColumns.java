package vn.chieng.api.audit.chain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.audit.AuditEntry;
import vn.chieng.api.vietnamese.SearchText;

/** What an entry is found by, all of it derived from its line. */
public record EntryColumns(
        LocalDate day,
        Instant at,
        @Nullable Long accountId,
        String actorName,
        @Nullable String role,
        String action,
        String objectType,
        String objectId,
        List<String> organizationIds,
        @Nullable String address,
        String searchText) {

    public EntryColumns {
        organizationIds = List.copyOf(organizationIds);
    }

    /** Those of an entry. */
    public static EntryColumns of(AuditEntry entry) {
        AuditEntry.Actor actor = entry.actor();
        AuditEntry.Subject object = entry.object();
        var organizations = new TreeSet<>(object.organizationIds());
        if (actor.organizationId() != null) {
            organizations.add(actor.organizationId());
        }
        String searched = Stream.of(actor.name(), actor.displayName(), object.id(), object.name(), entry.reason())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
        return new EntryColumns(
                entry.day(),
                entry.at(),
                actor.accountId(),
                actor.name(),
                actor.role(),
                entry.action(),
                object.type(),
                object.id(),
                List.copyOf(organizations),
                entry.address(),
                SearchText.kept(searched));
    }
}
