package vn.chieng.api.dossiers;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.access.Scope;
import vn.chieng.api.dossiers.workflow.DossierState;

/** Keeps dossiers and their sections; every write happens in the caller's transaction. */
public interface DossierStore {

    /** What to list. */
    record Query(
            @Nullable String text,
            Set<DossierState> states,
            Set<Integer> levels,
            @Nullable UUID systemId) {
        public static final Query ALL = new Query(null, Set.of(), Set.of(), null);

        public Query {
            states = Set.copyOf(states);
            levels = Set.copyOf(levels);
        }
    }

    /** The next number of the year that nobody has. */
    String nextNumber(int year);

    void add(Dossier dossier);

    Optional<Dossier> find(UUID id, Scope scope);

    /** The dossier as it stands, kept from others until the transaction ends. */
    Optional<Dossier> lock(UUID id, Scope scope);

    /** A dossier on whose council the account sits, wherever it lies. */
    Optional<Dossier> findSeated(UUID id, long accountId);

    /** The same, kept from others until the transaction ends. */
    Optional<Dossier> lockSeated(UUID id, long accountId);

    /** The dossiers on whose council the account sits, the latest change first. */
    List<Dossier> seated(long accountId, int limit);

    /** Latest change first. */
    List<Dossier> list(Query query, Scope scope, int offset, int limit);

    long count(Query query, Scope scope);

    /** The latest edition of each of these systems. */
    Map<UUID, Dossier> latestOf(Collection<UUID> systemIds);

    /** The latest approved edition of the system. */
    Optional<Dossier> approvedOf(UUID systemId);

    /** Writes the course with the next version. */
    void move(Dossier dossier);

    /** The sections that somebody has saved, by their keys. */
    Map<String, StoredSection> sections(UUID dossierId);

    StoredSection section(UUID dossierId, String key);

    /** An earlier version of a section; empty content for version 0. */
    Optional<StoredSection> section(UUID dossierId, String key, int version);

    /** All versions of a section, the latest first. */
    List<StoredSection> versions(UUID dossierId, String key);

    /** Writes the section and its version, and advances the dossier's content version. */
    void save(UUID dossierId, StoredSection section, Instant at);

    /** Accounts that saved a section. */
    Set<Long> writers(UUID dossierId);
}
