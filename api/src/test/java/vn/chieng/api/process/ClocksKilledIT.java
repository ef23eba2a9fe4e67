package vn.chieng.api.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.chieng.testbed.Database;
import vn.chieng.testbed.ShortLivedJvm;
import vn.chieng.testbed.Testbed;

/** Legal clocks of the real process that is killed with -9 while it warns: none is lost, none is told twice, none moves. */
@Tag("volume")
class ClocksKilledIT {
    private static final int OVERDUE = 30;
    private static final int YOUNG = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    @Test
    void killedWhileItWarnsItWarnsOfEveryClockOnceAndNoneMoves() throws Exception {
        Database database = Testbed.shared().database();
        try (ApiChild api = new ApiChild(folder.resolve("home"), database, ShortLivedJvm.FLAG);
                HikariDataSource pool = ManyIncidents.pool(database)) {
            JdbcClient jdbc = JdbcClient.create(pool);
            fill(jdbc);
            ApiVisitor analyst = api.signedIn("phan-tich");
            for (long id : ids(jdbc)) {
                assertThat(analyst.post(
                                        "/api/v1/incidents/" + id + "/moves",
                                        "{\"version\":1,\"to\":\"confirmed\",\"note\":\"đúng\",\"group\":\"N2\"}")
                                .statusCode())
                        .isEqualTo(200);
            }
            List<String> before = dues(jdbc);
            assertThat(before).hasSizeGreaterThan(OVERDUE + YOUNG);
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> count(jdbc, "incident_clock_warnings where given_at is not null") > 0);
            api.kill();
            long left = count(jdbc, PENDING);

            api.startAgain();
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> count(jdbc, PENDING) == 0);
            assertThat(dues(jdbc)).isEqualTo(before);
            assertThat(count(jdbc, "incident_clock_warnings where given_at is not null"))
                    .isEqualTo(count(jdbc, "incident_clock_warnings where at <= now()"))
                    .isGreaterThan(OVERDUE);
            assertThat(count(jdbc, "incident_clock_log where kind = 'WARNED'"))
                    .as("one line of the log for each warning")
                    .isEqualTo(count(jdbc, "incident_clock_warnings where given_at is not null"));
            assertThat(count(jdbc, "notices where kind = 'CLOCK_WARNING'"))
                    .as("one notice for each warning")
                    .isEqualTo(count(jdbc, "incident_clock_warnings where given_at is not null"));
            System.out.printf(
                    "clocks killed: %d clocks, %d warnings, %d of them left to the second life%n",
                    before.size(), count(jdbc, "incident_clock_warnings where given_at is not null"), left);
        }
    }

    private static final String PENDING = "incident_clock_warnings w join incident_clocks c using (incident_id, clock)"
            + " where w.given_at is null and w.at <= now() and c.state = 'RUNNING'";

    /** Incidents under verification: some noticed five days ago, whose clocks are over, some just now. */
    private static void fill(JdbcClient jdbc) {
        jdbc.sql("""
                        insert into incidents (number, incident_key, title_vi, title_en, level, severity, state, entity_kind,
                            entity_value, organization_ids, first_seen, last_seen, detected_at, detections,
                            evidence_count, changed_at, search_text, answers, law_pack)
                        select 'SC-2026-' || n, 'key-' || n, 'Dò mật khẩu', 'Guessing', 'HIGH', 'M2', 'VERIFYING', 'SOURCE',
                            '203.0.113.5', array['org-tinh-gia-lai'], t, t, t, 1, 1, t, 'sc-2026-' || n,
                            '{"national-security-sign":"false","serious-disruption":"false","dangerous-situation":"false",
                              "personal-data-harm":"false"}', 'ND331-2026 1.0'
                        from (select n, now() - case when n <= :overdue then interval '5 days' else interval '0' end t
                            from generate_series(1, :incidents) n) rows""")
                .param("overdue", OVERDUE)
                .param("incidents", OVERDUE + YOUNG)
                .update();
        jdbc.sql("insert into incident_stages select id, 'NEW', detected_at from incidents")
                .update();
    }

    private static List<Long> ids(JdbcClient jdbc) {
        return jdbc.sql("select id from incidents order by id desc")
                .query((row, _) -> row.getLong(1))
                .list();
    }

    private static List<String> dues(JdbcClient jdbc) {
        return jdbc.sql("select incident_id || ' ' || clock || ' ' || due_at from incident_clocks order by 1")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static long count(JdbcClient jdbc, String what) {
        return jdbc.sql("select count(*) from " + what).query(Long.class).single();
    }
}
