package vn.chieng.api.incidents;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.incidents.merging.MergeDecision;
import vn.chieng.api.incidents.signals.SignalPlacement;
import vn.chieng.api.incidents.work.IncidentEditor;
import vn.chieng.api.incidents.work.WorkOutcome;
import vn.chieng.event.Entity;
import vn.chieng.event.Level;

/** Incidents without a database: the same decisions, over maps; for tests of many thousand sequences. */
final class IncidentsInMemory implements IncidentEditor {
    private final Map<Long, Incident> incidents = new HashMap<>();
    private final Map<Long, String> keys = new HashMap<>();
    private final Map<String, Long> signals = new HashMap<>();
    private final Map<Long, Undo> undos = new HashMap<>();
    private final Clock clock;

    IncidentsInMemory(Clock clock) {
        this.clock = clock;
    }

    Collection<Incident> all() {
        return incidents.values();
    }

    String key(long id) {
        return keys.getOrDefault(id, "");
    }

    Incident get(long id) {
        return java.util.Objects.requireNonNull(incidents.get(id));
    }

    /** Answers where the signal went. */
    long apply(String signal, String key, Level level) {
        SignalPlacement placement = SignalPlacement.of(
                () -> Optional.ofNullable(signals.get(signal)).map(this::get),
                () -> withKey(key, incident -> incident.state().open()),
                () -> withKey(
                        key,
                        incident -> incident.merged() != null
                                && root(incident).state().open()));
        long id = switch (placement) {
            case SignalPlacement.Known(Incident holder) -> holder.id();
            case SignalPlacement.Joins(Incident joined) -> joined.id();
            case SignalPlacement.Opens _ -> opened(key, level);
        };
        signals.putIfAbsent(signal, id);
        return id;
    }

    private Optional<Incident> withKey(String key, java.util.function.Predicate<Incident> which) {
        return incidents.values().stream()
                .filter(incident -> key.equals(keys.get(incident.id())) && which.test(incident))
                .max(java.util.Comparator.comparingLong(Incident::id));
    }

    Incident root(Incident incident) {
        Incident.Merged merged = incident.merged();
        return merged == null ? incident : root(get(merged.into()));
    }

    private long opened(String key, Level level) {
        long id = incidents.size() + 1L;
        keys.put(id, key);
        incidents.put(id, fresh(id, level, IncidentState.NEW));
        return id;
    }

    private Incident fresh(long id, Level level, IncidentState state) {
        Instant now = clock.instant();
        return new Incident(
                id,
                "SC-2026-" + id,
                "Dò mật khẩu",
                "Guessing",
                level,
                Severity.M3,
                state,
                null,
                new Entity(Entity.Kind.SOURCE, "203.0.113.5"),
                List.of("org-1"),
                List.of(),
                List.of(),
                now,
                now,
                now,
                1,
                1,
                false,
                null,
                null,
                false,
                new Classification("N1", List.of(), Tlp.AMBER, Pap.AMBER, Map.of(), null, null),
                new Cause(null, null),
                null,
                null,
                null,
                1,
                now);
    }

    @Override
    public WorkOutcome edit(long id, SignedIn by, Function<Incident, Decision> decide) {
        Incident current = get(id);
        return switch (decide.apply(current)) {
            case Decision.Refused(WorkOutcome outcome) -> outcome;
            case Decision.Accepted accepted ->
                secondOpen(accepted.after())
                        ? new WorkOutcome.OpenElsewhere(current)
                        : new WorkOutcome.Done(stored(current, accepted, by));
        };
    }

    /** What the partial unique index refuses. */
    private boolean secondOpen(Incident after) {
        return after.state().open()
                && incidents.values().stream()
                        .anyMatch(other -> other.id() != after.id()
                                && other.state().open()
                                && key(other.id()).equals(key(after.id())));
    }

    private Incident stored(Incident current, Decision.Accepted accepted, SignedIn by) {
        Incident stored = advanced(accepted.after());
        incidents.put(current.id(), stored);
        if (accepted.undoable()) {
            undos.put(
                    current.id(),
                    new Undo(
                            stored.version(),
                            by.accountId(),
                            current.state(),
                            current.assigneeId(),
                            current.assigneeName(),
                            current.escalation() != null,
                            clock.instant()));
        } else {
            undos.remove(current.id());
        }
        Objects.requireNonNull(accepted.events().apply(stored));
        return stored;
    }

    private static Incident advanced(Incident incident) {
        return new Incident(
                incident.id(),
                incident.number(),
                incident.titleVi(),
                incident.titleEn(),
                incident.level(),
                incident.severity(),
                incident.state(),
                incident.closeReason(),
                incident.entity(),
                incident.organizationIds(),
                incident.exerciseIds(),
                incident.tags(),
                incident.firstSeen(),
                incident.lastSeen(),
                incident.detectedAt(),
                incident.detections(),
                incident.evidenceCount(),
                incident.evidenceFull(),
                incident.assigneeId(),
                incident.assigneeName(),
                incident.severityDecided(),
                incident.classification(),
                incident.cause(),
                incident.escalation(),
                incident.merged(),
                incident.splitFrom(),
                incident.version() + 1,
                incident.changedAt());
    }

    @Override
    public @Nullable Undo undo(long id) {
        return undos.get(id);
    }

    WorkOutcome merge(long source, int version, long target, SignedIn by) {
        WorkOutcome outcome = edit(
                source,
                by,
                current -> MergeDecision.merge(current, version, get(target), by)
                        .<Decision>map(Decision.Refused::new)
                        .orElseGet(() ->
                                accepted(current.draft().merged(get(target)).done())));
        return touched(target, outcome, by);
    }

    /** Whoever carries another has changed too. */
    private WorkOutcome touched(long carrier, WorkOutcome outcome, SignedIn by) {
        if (outcome instanceof WorkOutcome.Done) {
            edit(carrier, by, IncidentsInMemory::accepted);
        }
        return outcome;
    }

    WorkOutcome unmerge(long source, int version, SignedIn by) {
        Incident.Merged merged = get(source).merged();
        return merged == null
                ? new WorkOutcome.WrongState(get(source))
                : touched(
                        merged.into(),
                        edit(
                                source,
                                by,
                                current -> MergeDecision.unmerge(current, version, get(merged.into()))
                                        .<Decision>map(Decision.Refused::new)
                                        .orElseGet(() -> accepted(
                                                current.draft().unmerged().done()))),
                        by);
    }

    WorkOutcome split(long origin, int version, Set<String> chosen, SignedIn by) {
        Set<String> own = new java.util.TreeSet<>();
        signals.forEach((signal, id) -> {
            if (id == origin) {
                own.add(signal);
            }
        });
        Optional<WorkOutcome> refusal = MergeDecision.split(get(origin), version, own, chosen, by);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        long id = incidents.size() + 1L;
        keys.put(id, key(origin) + "/split/" + id);
        incidents.put(id, fresh(id, get(origin).level(), get(origin).state()));
        chosen.forEach(signal -> signals.put(signal, id));
        edit(origin, by, IncidentsInMemory::accepted);
        return new WorkOutcome.Done(get(id));
    }

    private static Decision accepted(Incident after) {
        return new Decision.Accepted(after, false, List.of(), _ -> List.of());
    }
}
