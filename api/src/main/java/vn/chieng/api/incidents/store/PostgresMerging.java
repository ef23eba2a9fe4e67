package vn.chieng.api.incidents.store;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.incidents.HistoryEntry;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentAction;
import vn.chieng.api.incidents.IncidentEvent;
import vn.chieng.api.incidents.Reader;
import vn.chieng.api.incidents.Severity;
import vn.chieng.api.incidents.merging.MergeDecision;
import vn.chieng.api.incidents.merging.Merging;
import vn.chieng.api.incidents.work.IncidentEditor.Decision;
import vn.chieng.api.incidents.work.IncidentEditor.Trace;
import vn.chieng.api.incidents.work.WorkOutcome;

@Component
final class PostgresMerging implements Merging {
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final IncidentEdits edits;
    private final Families families;
    private final IncidentLog log;
    private final Splits splits;
    private final Clock clock;

    PostgresMerging(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            IncidentEdits edits,
            Families families,
            IncidentLog log,
            Splits splits,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.edits = edits;
        this.families = families;
        this.log = log;
        this.splits = splits;
        this.clock = clock;
    }

    @Override
    public WorkOutcome merge(long source, int version, long target, String reason, SignedIn by) {
        return within(source, by, () -> {
            lockKeys(source, target);
            Optional<Incident> from = edits.lock(source, by);
            if (from.isEmpty()) {
                return new WorkOutcome.Unknown();
            }
            Optional<Incident> into = source == target ? from : edits.lock(target, by);
            if (into.isEmpty()) {
                return new WorkOutcome.Refused(from.get(), MergeDecision.INTO);
            }
            return MergeDecision.merge(from.get(), version, into.get(), by)
                    .orElseGet(() -> merged(from.get(), into.get(), reason, by));
        });
    }

    private WorkOutcome merged(Incident source, Incident target, String reason, SignedIn by) {
        Severity graver = source.severity().compareTo(target.severity()) < 0 ? source.severity() : target.severity();
        Incident part = edits.accepted(
                source,
                accepted(
                        source.draft().merged(target).done(),
                        new Trace(
                                IncidentAction.MERGED,
                                HistoryEntry.Kind.MERGED,
                                source.number(),
                                target.number(),
                                reason)),
                by);
        edits.accepted(
                target,
                accepted(
                        target.draft()
                                .severity(graver, target.severityDecided())
                                .done(),
                        new Trace(
                                IncidentAction.MERGED,
                                HistoryEntry.Kind.MERGED,
                                source.number(),
                                target.number(),
                                reason)),
                by);
        Incident carrier = families.sum(target.id());
        log.publish(List.of(new IncidentEvent.Merged(carrier, part, by)));
        return new WorkOutcome.Done(part);
    }

    @Override
    public WorkOutcome unmerge(long source, int version, String reason, SignedIn by) {
        return within(source, by, () -> {
            Optional<Long> into =
                    edits.find(source, by, "").map(Incident::merged).map(Incident.Merged::into);
            into.ifPresentOrElse(target -> lockKeys(source, target), () -> lockKeys(source));
            Optional<Incident> from = edits.lock(source, by);
            if (from.isEmpty()) {
                return new WorkOutcome.Unknown();
            }
            Optional<Incident> carrier = into.flatMap(target -> edits.lock(target, by));
            if (carrier.isEmpty()) {
                return new WorkOutcome.WrongState(from.get());
            }
            return MergeDecision.unmerge(from.get(), version, carrier.get())
                    .orElseGet(() -> unmerged(from.get(), carrier.get(), reason, by));
        });
    }

    private WorkOutcome unmerged(Incident source, Incident carrier, String reason, SignedIn by) {
        Severity before = Objects.requireNonNull(source.merged()).severityBefore();
        boolean stillRaised = carrier.severity() == source.severity();
        Trace trace = new Trace(
                IncidentAction.UNMERGED, HistoryEntry.Kind.UNMERGED, source.number(), carrier.number(), reason);
        Incident part =
                edits.accepted(source, accepted(source.draft().unmerged().done(), trace), by);
        edits.accepted(
                carrier,
                accepted(
                        stillRaised
                                ? carrier.draft()
                                        .severity(before, carrier.severityDecided())
                                        .done()
                                : carrier,
                        trace),
                by);
        Incident left = families.sum(carrier.id());
        log.publish(List.of(new IncidentEvent.Unmerged(left, part, by)));
        return new WorkOutcome.Done(part);
    }

    @Override
    public WorkOutcome split(long origin, int version, Set<String> signals, String reason, SignedIn by) {
        return within(origin, by, () -> {
            lockKeys(origin);
            Optional<Incident> from = edits.lock(origin, by);
            if (from.isEmpty()) {
                return new WorkOutcome.Unknown();
            }
            Set<String> own =
                    signals(origin, by.scope()).stream().map(SignalRow::id).collect(Collectors.toSet());
            return MergeDecision.split(from.get(), version, own, signals, by)
                    .orElseGet(() -> split(from.get(), signals, reason, by));
        });
    }

    private WorkOutcome split(Incident origin, Set<String> signals, String reason, SignedIn by) {
        long id = splits.takeOut(origin, new HashSet<>(signals), clock.instant());
        Incident part = families.sum(id);
        Trace trace = new Trace(IncidentAction.SPLIT, HistoryEntry.Kind.SPLIT, origin.number(), part.number(), reason);
        edits.accepted(origin, accepted(origin, trace), by);
        Incident left = families.sum(origin.id());
        log.add(id, clock.instant(), HistoryEntry.Kind.SPLIT, by, origin.number(), part.number(), reason);
        log.entered(id, part.state(), part.detectedAt());
        log.announce(id, true);
        log.publish(List.of(new IncidentEvent.Split(left, part, by)));
        return new WorkOutcome.Done(part);
    }

    /** The events follow once the sums are made. */
    private static Decision.Accepted accepted(Incident after, Trace trace) {
        return new Decision.Accepted(after, false, List.of(trace), _ -> List.of());
    }

    private WorkOutcome within(long id, SignedIn by, Supplier<WorkOutcome> change) {
        try {
            return ShownOutcome.of(Objects.requireNonNull(transactions.execute(_ -> change.get())), Reader.of(by));
        } catch (DuplicateKeyException e) {
            return edits.find(id, by, "")
                    .<WorkOutcome>map(current -> new WorkOutcome.OpenElsewhere(current.shownTo(Reader.of(by))))
                    .orElseGet(WorkOutcome.Unknown::new);
        }
    }

    private void lockKeys(Long... ids) {
        families.lockKeys(jdbc.sql("select incident_key from incidents where id = any (?)")
                .param(ids)
                .query(String.class)
                .list()
                .toArray(String[]::new));
    }

    @Override
    public List<Incident> parts(long id, Scope scope) {
        return jdbc.sql("select i.* from incidents i where i.merged_into = :id and "
                        + scope.overlaps("i.organization_ids") + " order by i.number")
                .param("id", id)
                .param("scope", scope.parameter())
                .query(Columns::incident)
                .list();
    }

    @Override
    public List<SignalRow> signals(long id, Scope scope) {
        return jdbc.sql("select s.* from incident_signals s join incidents i on i.id = s.incident_id where i.id = :id"
                        + " and " + scope.overlaps("i.organization_ids") + " order by s.first_seen, s.signal_id")
                .param("id", id)
                .param("scope", scope.parameter())
                .query((row, _) -> new SignalRow(
                        row.getString("signal_id"),
                        row.getString("title_vi"),
                        row.getString("title_en"),
                        Columns.instant(row, "first_seen"),
                        Columns.instant(row, "last_seen"),
                        row.getLong("detections")))
                .list();
    }
}
