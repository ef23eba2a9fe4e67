package vn.chieng.api.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.chieng.api.ApiServers;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.Scope;
import vn.chieng.api.incidents.work.IncidentWork;
import vn.chieng.api.incidents.work.Move;
import vn.chieng.api.incidents.work.WorkOutcome;
import vn.chieng.event.Entity;
import vn.chieng.event.Level;
import vn.chieng.event.Signal;

class SignalApplicationIT extends ApiServers {
    private static final Scope ALL = new Scope.Everything();

    @Autowired
    private IncidentStore store;

    @Autowired
    private IncidentWork work;

    private final String key = UUID.randomUUID().toString();

    @Test
    void aSignalAppliedTwiceOrOlderLaterChangesNothing() {
        assertThat(store.apply(Signals.signal(key + "a", key, Level.MEDIUM, 9, "org-1")))
                .isTrue();
        assertThat(store.apply(Signals.signal(key + "a", key, Level.MEDIUM, 9, "org-1")))
                .isFalse();
        assertThat(store.apply(Signals.signal(key + "a", key, Level.MEDIUM, 4, "org-1")))
                .isFalse();
        Incident incident = only();
        assertThat(incident.detections()).isEqualTo(9);
        assertThat(incident.evidenceCount()).isEqualTo(9);
    }

    @Test
    void manyThreadsInAnyOrderMakeOneIncident() throws Exception {
        List<Signal> signals = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            for (int detections = 1; detections <= 5; detections++) {
                Level level = i == 7 ? Level.CRITICAL : Level.MEDIUM;
                signals.add(Signals.signal(key + i, key, level, detections, "org-1", "org-2"));
            }
        }
        Collections.shuffle(signals, new Random(7));
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Boolean>> tasks = signals.stream()
                    .<Callable<Boolean>>map(signal -> () -> store.apply(signal))
                    .toList();
            for (Future<Boolean> done : threads.invokeAll(tasks)) {
                done.get();
            }
        }
        Incident incident = only();
        assertThat(incident.detections())
                .as("the same evidence behind several signals")
                .isEqualTo(5);
        assertThat(incident.evidenceCount()).isEqualTo(5);
        assertThat(incident.level()).isEqualTo(Level.CRITICAL);
        assertThat(incident.titleEn()).isEqualTo("Guessing CRITICAL");
        assertThat(incident.organizationIds()).containsExactly("org-1", "org-2");
        assertThat(incident.version()).isEqualTo(1);
    }

    @Test
    void aSignalOfADismissedIncidentNeverOpensAnotherButAFreshOneDoes() {
        Signal first = Signals.signal(key + "a", key, Level.HIGH, 2, "org-1");
        store.apply(first);
        Incident open = only();
        assertThat(work.move(open.id(), dismissing(open.version()), caller(Role.ANALYST, ALL)))
                .isInstanceOf(WorkOutcome.Done.class);
        store.apply(Signals.signal(key + "a", key, Level.HIGH, 7, "org-1"));
        assertThat(all()).hasSize(1);
        assertThat(all().getFirst().detections()).isEqualTo(7);
        store.apply(Signals.signal(key + "b", key, Level.HIGH, 1, "org-1"));
        assertThat(all()).hasSize(2);
        assertThat(work.move(
                        open.id(),
                        Move.to(IncidentState.VERIFYING, open.version() + 1).noting("lại bị tấn công"),
                        caller(Role.ANALYST, ALL)))
                .isInstanceOf(WorkOutcome.OpenElsewhere.class);
    }

    @Test
    void evidenceKeepsEveryByteOfALine() {
        store.apply(Signals.signal(key + "a", key, Level.HIGH, 1, "org-1"));
        assertThat(store.evidence(only().id(), Reader.EVERYTHING, 0, 10)
                        .getFirst()
                        .original())
                .isEqualTo("Failed password for root\0\u202Egnp.exe <script>alert(1)</script>");
    }

    @Test
    void aReaderSeesNeitherForeignIncidentsNorForeignEvidence() {
        store.apply(Signals.signal(key + "a", key, Level.HIGH, 4, "org-1", "org-2"));
        Incident incident = only();
        Scope own = new Scope.Organizations(Set.of("org-2"));
        Scope foreign = new Scope.Organizations(Set.of("org-3"));
        assertThat(store.find(incident.id(), new Reader(foreign, true))).isEmpty();
        assertThat(store.countEvidence(incident.id(), foreign)).isZero();
        assertThat(store.history(incident.id(), foreign, 10)).isEmpty();
        assertThat(store.find(incident.id(), new Reader(own, true))
                        .orElseThrow()
                        .organizationIds())
                .containsExactly("org-2");
        assertThat(store.evidence(incident.id(), new Reader(own, true), 0, 10))
                .hasSize(2)
                .allMatch(line -> line.organizationId().equals("org-2"));
        assertThat(store.find(incident.id(), new Reader(new Scope.Organizations(Set.of()), true)))
                .isEmpty();
    }

    @Test
    void aHostOfAnotherOrganizationStaysHiddenAndUserNamesAreMaskedForWhoMayNotSeeThem() {
        store.apply(Signals.about(
                new Entity(Entity.Kind.USER, "org-1/nguyenvana"), key + "a", key, Level.HIGH, 2, "org-1", "org-2"));
        long id = only().id();
        var own = new Scope.Organizations(Set.of("org-1"));
        var other = new Scope.Organizations(Set.of("org-2"));
        assertThat(store.find(id, new Reader(own, true)).orElseThrow().subject())
                .isEqualTo("nguyenvana");
        assertThat(store.find(id, new Reader(own, false)).orElseThrow().subject())
                .isEqualTo("n•••");
        assertThat(store.find(id, new Reader(other, true)).orElseThrow().subject())
                .isEqualTo("•••");
        EvidenceLine line = store.evidence(id, new Reader(own, false), 0, 1).getFirst();
        assertThat(line.user()).isEqualTo("r•••");
        assertThat(line.original()).startsWith("Failed password for r•••").doesNotContain("root");
    }

    private static Move dismissing(int version) {
        return Move.dismiss(version, CloseReason.FALSE_POSITIVE, "quét lỗ hổng đã thông báo");
    }

    private Incident only() {
        List<Incident> all = all();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    /** Those whose evidence or number cannot collide with other tests: found by the signals' own key. */
    private List<Incident> all() {
        return store.findAll(ids());
    }

    @Autowired
    private org.springframework.jdbc.core.simple.JdbcClient jdbc;

    private List<Long> ids() {
        return jdbc.sql("select id from incidents where incident_key = ? order by id")
                .param(key)
                .query((row, _) -> row.getLong("id"))
                .list();
    }
}
