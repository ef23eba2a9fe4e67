package vn.chieng.api.incidents.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.chieng.api.access.Scope;
import vn.chieng.api.incidents.IncidentFields;
import vn.chieng.api.incidents.IncidentQuery;
import vn.chieng.api.incidents.IncidentState;
import vn.chieng.api.incidents.Reader;
import vn.chieng.api.query.ParsedQuery;
import vn.chieng.api.query.QueryParser;

/** What the queue asks of PostgreSQL for fifty rows of 100,000, by typed queries; the figures are printed, the bound allows for a busy machine. */
class QueueCostIT {
    private static final int WARM_UP = 5;
    private static final int ROUNDS = 40;
    private static final double MOST_MILLIS = 1_000;
    private static final List<String> QUERIES = List.of(
            "",
            "severity:M1",
            "NOT severity:(M3 OR M4) assignee:none",
            "created:[01/06/2026 TO 30/06/2026]",
            "\"sc-2026-4711\"",
            "\"203.0.113.5\"",
            "label:gấp OR label:chờ",
            "technique:T1110 OR ip:203.0.113.0/24",
            "rule:\"dò mật khẩu\"");

    @Test
    void fiftyRowsOfAHundredThousandComeAtOnce() {
        Map<String, List<Long>> nanos = new LinkedHashMap<>();
        try (HikariDataSource database = ScopeCostIT.filled()) {
            JdbcClient jdbc = JdbcClient.create(database);
            beside(jdbc);
            var store = new PostgresIncidents(jdbc, null, null, null, new IncidentTerms(null));
            for (int round = 0; round < WARM_UP + ROUNDS; round++) {
                for (String text : QUERIES) {
                    long start = System.nanoTime();
                    store.queue(asked(text), new Reader(new Scope.Everything(), true));
                    if (round >= WARM_UP) {
                        nanos.computeIfAbsent(text, _ -> new ArrayList<>()).add(System.nanoTime() - start);
                    }
                }
            }
        }
        nanos.forEach((text, values) -> System.out.printf(
                "queue cost: %-45s p50 %.1f ms, p95 %.1f ms%n",
                text, ScopeCostIT.percentile(values, 50), ScopeCostIT.percentile(values, 95)));
        assertThat(nanos)
                .allSatisfy((text, values) ->
                        assertThat(ScopeCostIT.percentile(values, 50)).as(text).isLessThan(MOST_MILLIS));
    }

    /** A rule and a line of evidence for each, a label for some. */
    private static void beside(JdbcClient jdbc) {
        jdbc.sql(
                        "insert into incident_rules (incident_id, rule_id, title_vi, title_en, author, level)"
                                + " select id, 'rule-' || id % 90, 'Luật số ' || id % 90, 'Rule ' || id % 90, '', 'HIGH' from incidents")
                .update();
        jdbc.sql("insert into incident_evidence (incident_id, event_id, index_name, occurred_at, created_at,"
                        + " organization_id, source_id, dataset, host, source_ip, original, truncated) select id, 'e', 'i',"
                        + " last_seen, last_seen, organization_ids[1], 's', 'd', 'host-' || id % 500,"
                        + " '198.51.100.' || id % 250, 'x', false from incidents")
                .update();
        jdbc.sql("insert into incident_labels select id, 'gấp', 'gấp', null, now() from incidents where id % 50 = 0")
                .update();
        jdbc.sql("vacuum analyze incidents, incident_rules, incident_evidence, incident_labels")
                .update();
    }

    private static IncidentQuery asked(String text) {
        var parsed = (ParsedQuery.Understood)
                QueryParser.parse(text, IncidentFields.ALL, Instant.parse("2026-11-22T00:00:00Z"));
        return new IncidentQuery(
                IncidentState.OPEN,
                Set.of(),
                null,
                parsed.query(),
                null,
                null,
                0,
                IncidentQuery.Sort.LAST_SEEN,
                50,
                null);
    }
}
