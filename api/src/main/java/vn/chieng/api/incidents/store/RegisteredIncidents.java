package vn.chieng.api.incidents.store;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chieng.api.incidents.DetectingRule;
import vn.chieng.api.incidents.EvidenceLine;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentRegister;
import vn.chieng.api.incidents.IncidentState;
import vn.chieng.api.incidents.IncidentStore;
import vn.chieng.api.incidents.Reader;

@Component
final class RegisteredIncidents implements IncidentRegister {
    private final JdbcClient jdbc;
    private final IncidentStore store;
    private final Families families;

    RegisteredIncidents(JdbcClient jdbc, IncidentStore store, Families families) {
        this.jdbc = jdbc;
        this.store = store;
        this.families = families;
    }

    @Override
    public Optional<Incident> find(long id, Reader reader) {
        return store.find(id, reader);
    }

    @Override
    public Optional<Incident> find(String number, Reader reader) {
        return jdbc.sql("select id from incidents where number = upper(?)")
                .param(Columns.storable(number))
                .query(Long.class)
                .optional()
                .flatMap(id -> store.find(id, reader));
    }

    @Override
    public List<Long> members(long id) {
        return List.of(families.members(id));
    }

    @Override
    public Optional<EvidenceLine> evidence(long id, String eventId, Reader reader) {
        return jdbc.sql("select * from incident_evidence e where e.incident_id = any (:members) and e.event_id = :event"
                        + " and " + reader.scope().contains("e.organization_id") + " limit 1")
                .param("members", families.members(id))
                .param("event", Columns.storable(eventId))
                .param("scope", reader.scope().parameter())
                .query(Columns::evidence)
                .optional()
                .map(line -> reader.personalData() ? line : line.withoutNames());
    }

    @Override
    public List<DetectingRule> rules(long id, Reader reader) {
        return store.rules(id, reader.scope());
    }

    @Override
    public Map<IncidentState, Instant> stages(long id) {
        Map<IncidentState, Instant> stages = new EnumMap<>(IncidentState.class);
        jdbc.sql("select state, entered_at from incident_stages where incident_id = ?")
                .param(id)
                .query(row -> {
                    stages.put(IncidentState.valueOf(row.getString("state")), Columns.instant(row, "entered_at"));
                });
        return stages;
    }
}
