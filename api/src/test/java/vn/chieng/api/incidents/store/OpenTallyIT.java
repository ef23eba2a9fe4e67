package vn.chieng.api.incidents.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.chieng.api.ApiServers;
import vn.chieng.api.access.Scope;
import vn.chieng.api.incidents.Severity;

/** The tally against a plain count, while incidents come, change and go and others fold it. */
class OpenTallyIT extends ApiServers {
    private static final int STEPS = 250;
    private static final List<String> STATES = List.of("NEW", "VERIFYING", "CONFIRMED", "DISMISSED", "CLOSED");

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private OpenTally tally;

    private final String run = "tally-" + UUID.randomUUID();

    @Test
    void equalsAPlainCountWhateverHappensAtOnce() throws Exception {
        List<Callable<Void>> writers = new ArrayList<>();
        for (int writer = 0; writer < 4; writer++) {
            Random random = new Random(writer);
            String name = run + "-" + writer;
            writers.add(() -> {
                for (int step = 0; step < STEPS; step++) {
                    change(random, name, step);
                }
                return null;
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<Void> done : threads.invokeAll(writers)) {
                done.get();
            }
        }
        for (Set<String> ids : List.of(Set.of(run + 0), Set.of(run + 1, run + 3), everyOne())) {
            var scope = new Scope.Organizations(ids);
            assertThat(tally.bySeverity(scope)).isEqualTo(counted(scope));
        }
        tally.fold();
        assertThat(tally.bySeverity(new Scope.Organizations(everyOne())))
                .isEqualTo(counted(new Scope.Organizations(everyOne())));
        assertThat(rowsOfTheSame()).isLessThanOrEqualTo(1);
    }

    private Set<String> everyOne() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 4; i++) {
            ids.add(run + i);
        }
        return ids;
    }

    private void change(Random random, String writer, int step) {
        switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> insert(random, writer + "-" + step);
            case 4, 5, 6 ->
                jdbc.sql("update incidents set state = ? where incident_key like ? and id % 3 = ?")
                        .params(STATES.get(random.nextInt(STATES.size())), writer + "-%", random.nextInt(3))
                        .update();
            case 7 ->
                jdbc.sql("update incidents set severity = ?, organization_ids = organization_ids || ?::text"
                                + " where incident_key like ? and id % 5 = ?")
                        .params(severity(random), run + random.nextInt(4), writer + "-%", random.nextInt(5))
                        .update();
            case 8 -> tally.fold();
            default ->
                jdbc.sql("delete from incidents where incident_key like ? and id % 7 = ?")
                        .params(writer + "-%", random.nextInt(7))
                        .update();
        }
    }

    private void insert(Random random, String key) {
        jdbc.sql("""
                        insert into incidents (number, incident_key, title_vi, title_en, level, severity, state, entity_kind,
                            entity_value, organization_ids, first_seen, last_seen, detected_at, detections,
                            evidence_count, changed_at, search_text)
                        values (:key, :key, 'Dò mật khẩu', 'Guessing', 'HIGH', :severity, 'NEW', 'SOURCE', '203.0.113.5',
                            array[:organization], '2026-01-01', '2026-01-01', '2026-01-01', 1, 1, '2026-01-01', 'x')""")
                .param("key", key)
                .param("severity", severity(random))
                .param("organization", run + random.nextInt(4))
                .update();
    }

    private static String severity(Random random) {
        return "M" + (1 + random.nextInt(4));
    }

    private java.util.Map<Severity, Long> counted(Scope scope) {
        java.util.Map<Severity, Long> counts = new java.util.EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            counts.put(
                    severity,
                    jdbc.sql("select count(*) from incidents where open and severity = :severity and "
                                    + scope.overlaps("organization_ids"))
                            .param("severity", severity.name())
                            .param("scope", scope.parameter())
                            .query(Long.class)
                            .single());
        }
        return counts;
    }

    private long rowsOfTheSame() {
        return jdbc.sql("select coalesce(max(c), 0) from (select count(*) c from incident_tally"
                        + " group by organization_ids, severity) x")
                .query(Long.class)
                .single();
    }
}
