package vn.chieng.api.process;

import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.chieng.testbed.Database;
import vn.chieng.testbed.Testbed;

/** A database with 100,000 incidents of 160 organisations, 70,000 of them open; filled once for all tests of a run. */
public final class ManyIncidents {
    public static final int INCIDENTS = 100_000;
    public static final int ORGANIZATIONS = 160;

    private static Database filled;

    private ManyIncidents() {}

    public static synchronized Database database() {
        if (filled == null) {
            Database database = Testbed.shared().database();
            try (HikariDataSource pool = pool(database)) {
                fill(pool);
            }
            filled = database;
        }
        return filled;
    }

    /** A pool whose connections are like those of the product. */
    public static HikariDataSource pool(Database database) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.user());
        pool.setPassword(database.password());
        pool.setMaximumPoolSize(2);
        // as in application.properties
        pool.addDataSourceProperty("options", "-c plan_cache_mode=force_custom_plan");
        return pool;
    }

    private static void fill(HikariDataSource pool) {
        Flyway.configure().dataSource(pool).load().migrate();
        JdbcClient jdbc = JdbcClient.create(pool);
        jdbc.sql("""
                        insert into incidents (number, incident_key, title_vi, title_en, level, severity, state, entity_kind,
                            entity_value, organization_ids, first_seen, last_seen, detected_at, detections,
                            evidence_count, changed_at, search_text)
                        select 'SC-2026-' || n, 'key-' || n, 'Dò mật khẩu', 'Guessing', 'HIGH', 'M' || (1 + n % 4),
                            case when n % 10 < 7 then 'NEW' else 'CLOSED' end, 'SOURCE', '203.0.113.5',
                            case when n % 20 = 0 then array['org-' || (n::bigint * 7919 % :organizations),
                                'org-' || ((n::bigint * 104729 + 3) % :organizations)]
                            else array['org-' || (n::bigint * 7919 % :organizations)] end,
                            t, t, t, 1, 1, t, 'sc-2026-' || n
                        from (select n, now() - (:incidents - n) * interval '4 minutes' t
                            from generate_series(1, :incidents) n) rows""")
                .param("organizations", ORGANIZATIONS)
                .param("incidents", INCIDENTS)
                .update();
        jdbc.sql("insert into incident_stages select id, 'NEW', detected_at from incidents")
                .update();
        jdbc.sql("insert into incident_stages select id, 'VERIFYING', detected_at + id % 90 * interval '1 minute'"
                        + " from incidents where not open")
                .update();
        jdbc.sql("analyze incidents, incident_stages").update();
    }
}
