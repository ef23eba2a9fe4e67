package vn.chieng.api.redetermination;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chieng.api.ApiServers;
import vn.chieng.api.incidents.Classification;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentEvent;
import vn.chieng.api.incidents.IncidentState;
import vn.chieng.api.incidents.Pap;
import vn.chieng.api.incidents.SampleIncident;
import vn.chieng.api.incidents.Severity;
import vn.chieng.api.incidents.Tlp;
import vn.chieng.api.law.CurrentLaw;
import vn.chieng.api.systems.Determination;
import vn.chieng.api.systems.RegisteredSystem;
import vn.chieng.api.systems.SampleSystems;
import vn.chieng.api.systems.SystemStore;

class SeriousIncidentsIT extends ApiServers {
    private static final Instant AT = Instant.parse("2026-11-22T03:00:00Z");

    @Autowired
    private SeriousIncidents incidents;

    @Autowired
    private SystemStore systems;

    @Autowired
    private CurrentLaw law;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient jdbc;

    private RegisteredSystem system;

    @BeforeEach
    void register() {
        system = registered(new Determination(
                law.packs().latest("ND331-2026").orElseThrow().version(),
                2,
                2,
                List.of("c2-online-unconditional"),
                List.of(),
                null,
                null,
                null,
                null,
                Map.of(),
                "Người Thử",
                AT));
    }

    @Test
    void aConfirmedGraveIncidentOpensOneTaskThatNamesIt() {
        tell(grave(IncidentState.CONFIRMED, system.id(), List.of()));
        tell(grave(IncidentState.CONTAINING, system.id(), List.of()));
        assertThat(tasks(system)).containsExactly("SC-2026-00001");
    }

    @Test
    void whatIsNotConfirmedOrADrillOrMilderOrOfNoSystemOpensNone() {
        tell(grave(IncidentState.VERIFYING, system.id(), List.of()));
        tell(grave(IncidentState.DISMISSED, system.id(), List.of()));
        tell(grave(IncidentState.CONFIRMED, system.id(), List.of("dien-tap-1")));
        tell(grave(IncidentState.CONFIRMED, null, List.of()));
        tell(incident(Severity.M3, IncidentState.CONFIRMED, system.id(), List.of()));
        assertThat(tasks(system)).isEmpty();
    }

    @Test
    void aSystemWithoutALevelHasNothingToDetermineAgain() {
        RegisteredSystem undetermined = registered(null);
        tell(grave(IncidentState.CONFIRMED, undetermined.id(), List.of()));
        assertThat(tasks(undetermined)).isEmpty();
    }

    private void tell(Incident incident) {
        transactions.executeWithoutResult(
                _ -> incidents.onChange(new IncidentEvent.SeverityChanged(incident, Severity.M3, "Lan rộng", null)));
    }

    private List<String> tasks(RegisteredSystem of) {
        return jdbc.sql(
                        "select detail from system_tasks where system_id = ? and cause = 'incident' and closed_at is null")
                .param(of.id())
                .query((row, _) -> row.getString(1))
                .list();
    }

    private RegisteredSystem registered(@Nullable Determination determination) {
        RegisteredSystem plain =
                SampleSystems.of(systems.nextCode(), "Hệ thống " + UUID.randomUUID(), "org-so-xay-dung");
        RegisteredSystem kept = new RegisteredSystem(
                plain.id(),
                plain.code(),
                plain.card(),
                plain.status(),
                plain.statusSince(),
                plain.answers(),
                determination,
                plain.version(),
                plain.createdAt(),
                plain.changedAt());
        transactions.executeWithoutResult(_ -> systems.add(kept));
        return kept;
    }

    private static Incident grave(IncidentState state, @Nullable UUID systemId, List<String> drills) {
        return incident(Severity.M2, state, systemId, drills);
    }

    private static Incident incident(
            Severity severity, IncidentState state, @Nullable UUID systemId, List<String> drills) {
        Incident plain = SampleIncident.of(state, AT);
        return new Incident(
                plain.id(),
                plain.number(),
                plain.titleVi(),
                plain.titleEn(),
                plain.level(),
                severity,
                state,
                plain.closeReason(),
                plain.entity(),
                plain.organizationIds(),
                drills,
                plain.tags(),
                AT,
                AT,
                AT,
                1,
                1,
                false,
                null,
                null,
                true,
                new Classification(null, List.of(), Tlp.AMBER, Pap.AMBER, Map.of(), null, systemId),
                plain.cause(),
                null,
                null,
                null,
                1,
                AT);
    }
}
