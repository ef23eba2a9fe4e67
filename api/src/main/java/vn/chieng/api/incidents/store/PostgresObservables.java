package vn.chieng.api.incidents.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditTrail;
import vn.chieng.api.incidents.HistoryEntry;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentAction;
import vn.chieng.api.incidents.IncidentEvent;
import vn.chieng.api.incidents.Reader;
import vn.chieng.api.incidents.Tlp;
import vn.chieng.api.incidents.observables.Observable;
import vn.chieng.api.incidents.observables.ObservableOutcome;
import vn.chieng.api.incidents.observables.ObservableStore;
import vn.chieng.api.incidents.observables.ObservableType;
import vn.chieng.api.incidents.observables.Sighted;

@Component
final class PostgresObservables implements ObservableStore {
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final IncidentEdits edits;
    private final IncidentLog log;
    private final AuditTrail audit;
    private final Sightings sightings;
    private final Clock clock;

    PostgresObservables(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            IncidentEdits edits,
            IncidentLog log,
            AuditTrail audit,
            Sightings sightings,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.edits = edits;
        this.log = log;
        this.audit = audit;
        this.sightings = sightings;
        this.clock = clock;
    }

    @Override
    public List<Sighted> sighted(long incidentId, Reader reader) {
        return sightings.of(incidentId, kept(incidentId, reader), reader);
    }

    private List<Observable> kept(long incidentId, Reader reader) {
        return jdbc.sql("select o.* from incident_observables o where o.incident_id in (select incident_family(:id))"
                        + " and exists (select from incidents i where i.id = :id and "
                        + reader.scope().overlaps("i.organization_ids") + ") order by o.id")
                .param("id", incidentId)
                .param("scope", reader.scope().parameter())
                .query(PostgresObservables::observable)
                .list();
    }

    @Override
    public long count(long incidentId, Scope scope) {
        return jdbc.sql(
                        "select count(*) from incident_observables o where o.incident_id in (select incident_family(:id))"
                                + " and exists (select from incidents i where i.id = :id and "
                                + scope.overlaps("i.organization_ids") + ")")
                .param("id", incidentId)
                .param("scope", scope.parameter())
                .query(Long.class)
                .single();
    }

    @Override
    public ObservableOutcome add(long incidentId, Draft draft, SignedIn by) {
        ObservableType given = draft.type();
        ObservableType type = given == null ? ObservableType.guess(draft.value()) : given;
        Optional<String> value = type.normalized(draft.value()).map(Columns::storable);
        return within(() -> {
            Optional<Incident> incident = edits.lock(incidentId, by);
            if (incident.isEmpty()) {
                return new ObservableOutcome.Unknown();
            }
            if (value.isEmpty()) {
                return new ObservableOutcome.NoValue();
            }
            List<Observable> kept = kept(incidentId, Reader.of(by));
            Optional<Observable> same = kept.stream()
                    .filter(each -> each.type() == type && each.value().equals(value.get()))
                    .findFirst();
            if (same.isPresent()) {
                return new ObservableOutcome.Done(same.get());
            }
            return kept.size() >= Observable.MOST
                    ? new ObservableOutcome.TooMany()
                    : new ObservableOutcome.Done(added(incident.get(), type, value.get(), draft, by));
        });
    }

    private Observable added(Incident incident, ObservableType type, String value, Draft draft, SignedIn by) {
        Observable added = jdbc.sql("""
                        insert into incident_observables (incident_id, type, value, tlp, indicator, note, added_at,
                            added_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?) returning *""")
                .param(incident.id())
                .param(type.name())
                .param(value)
                .param(draft.tlp().name())
                .param(draft.indicator())
                .param(Columns.storableOrNull(draft.note()))
                .param(Columns.at(clock.instant()))
                .param(by.displayName())
                .query(PostgresObservables::observable)
                .single();
        tell(incident, added, false, by);
        return added;
    }

    @Override
    public ObservableOutcome remove(long incidentId, long id, SignedIn by) {
        return within(() -> {
            Optional<Incident> incident = edits.lock(incidentId, by);
            Optional<Observable> found = incident.stream()
                    .flatMap(_ -> kept(incidentId, Reader.of(by)).stream())
                    .filter(each -> each.id() == id)
                    .findFirst();
            if (incident.isEmpty() || found.isEmpty()) {
                return new ObservableOutcome.Unknown();
            }
            jdbc.sql("delete from incident_observables where id = ?").param(id).update();
            tell(incident.get(), found.get(), true, by);
            return new ObservableOutcome.Done(found.get());
        });
    }

    private void tell(Incident incident, Observable observable, boolean removed, SignedIn by) {
        Map<String, Object> fields = Map.of(
                "type", observable.type().code(),
                "observable", observable.id(),
                "tlp", observable.tlp().label(),
                "indicator", observable.indicator());
        var action = removed ? IncidentAction.OBSERVABLE_REMOVED : IncidentAction.OBSERVABLE_ADDED;
        var kind = removed ? HistoryEntry.Kind.OBSERVABLE_REMOVED : HistoryEntry.Kind.OBSERVABLE_ADDED;
        log.add(
                incident.id(),
                clock.instant(),
                kind,
                by,
                observable.type().code(),
                observable.type().personal() ? observable.type().code() : observable.defanged(),
                observable.note());
        audit.record(
                by,
                IncidentLog.about(action, incident)
                        .changed(removed ? Map.copyOf(fields) : Map.of(), removed ? Map.of() : Map.copyOf(fields)));
        log.touch(incident.id());
        log.publish(List.of(new IncidentEvent.ObservableChanged(incident, observable, removed, by)));
    }

    private ObservableOutcome within(Supplier<ObservableOutcome> change) {
        return Objects.requireNonNull(transactions.execute(_ -> change.get()));
    }

    private static Observable observable(ResultSet row, int number) throws SQLException {
        return new Observable(
                row.getLong("id"),
                row.getLong("incident_id"),
                ObservableType.valueOf(row.getString("type")),
                row.getString("value"),
                Tlp.valueOf(row.getString("tlp")),
                row.getBoolean("indicator"),
                row.getString("note"),
                Columns.instant(row, "added_at"),
                row.getString("added_by"));
    }
}
