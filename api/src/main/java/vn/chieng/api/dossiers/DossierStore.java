package vn.chieng.api.dossiers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.chieng.api.access.Scope;
import vn.chieng.api.dossiers.workflow.DossierState;

/** Keeps dossiers and their sections; every write happens in the caller's transaction. */
public interface DossierStore {

    /** When the time limit ends that ends first of those that run, and whether it has. */
    record Limit(LocalDate day, boolean passed) {}

    /**
     * What to list.
     *
     * @param asked what was typed into the search box; words stand in number, code or name of the system
     * @param me whose dossiers are those that {@code asked} calls mine; 0 for nobody's
     * @param limits by dossier, where {@code asked} asks for them
     */
    record Query(
            vn.chieng.api.query.Query asked,
            Set<DossierState> states,
            Set<Integer> levels,
            long me,
            Map<UUID, Limit> limits) {
        public static final Query ALL = of(Set.of());

        /** Those that are not decided. */
        public static final Query OPEN = of(
                Arrays.stream(DossierState.values()).filter(DossierState::open).collect(Collectors.toSet()));

        public Query {
            states = Set.copyOf(states);
            levels = Set.copyOf(levels);
            limits = Map.copyOf(limits);
        }

        private static Query of(Set<DossierState> states) {
            return new Query(vn.chieng.api.query.Query.EVERYTHING, states, Set.of(), 0, Map.of());
        }

        /** All that have these words in their number, or in code or name of their system. */
        public static Query words(String text) {
            return new Query(vn.chieng.api.query.Query.words(text), Set.of(), Set.of(), 0, Map.of());
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
