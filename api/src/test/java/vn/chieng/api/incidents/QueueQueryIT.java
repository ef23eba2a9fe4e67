package vn.chieng.api.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.chieng.api.ApiServers;
import vn.chieng.api.access.Scope;
import vn.chieng.api.incidents.queue.IncidentFields;
import vn.chieng.api.incidents.queue.IncidentQuery;
import vn.chieng.api.incidents.queue.IncidentQueue;
import vn.chieng.api.incidents.queue.QueueGrouping;
import vn.chieng.api.query.ParsedQuery;
import vn.chieng.api.query.Query;
import vn.chieng.api.query.QueryParser;
import vn.chieng.api.vietnamese.SearchText;

/** Random queries find over PostgreSQL what a second reading of their tree finds over maps. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueueQueryIT extends ApiServers {
    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
    private static final int INCIDENTS = 40;
    private static final int QUERIES = 600;
    private static final List<String> TERMS = List.of(
            "status:new",
            "status:open",
            "status:closed",
            "severity:M1",
            "severity:(M1 OR M2)",
            "organization:{run}-a",
            "organization:\"{run}-b\"",
            "host:web-1",
            "host:web*",
            "host:*-?",
            "ip:203.0.113.1",
            "ip:10.0.0.0/8",
            "label:gấp",
            "label:*",
            "label:\"50%\"",
            "label:a_b",
            "label:a?b",
            "detections:>2",
            "detections:[1 TO 3]",
            "created:>=now-1d",
            "created:20/11/2026",
            "mat",
            "\"mật khẩu\"",
            "mật*khẩu",
            "\"' or 1=1 --\"",
            "\"%\"",
            "\"_\"",
            "web-1",
            "10.1.1.1",
            "\"\\\\\"");

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private IncidentQueue queue;

    private final String run = "r" + UUID.randomUUID().toString().substring(0, 8);
    private final List<QueueOracle.Row> rows = new ArrayList<>();

    @BeforeAll
    void fill() {
        var random = new Random(7);
        for (int i = 0; i < INCIDENTS; i++) {
            rows.add(row(i, random));
        }
    }

    @Test
    void randomQueriesFindWhatTheOracleFinds() {
        var random = new Random(20261122);
        int found = 0;
        for (int i = 0; i < QUERIES; i++) {
            String text = random(random, 3).replace("{run}", run);
            Query query = ((ParsedQuery.Understood) QueryParser.parse(text, IncidentFields.ALL, NOW)).query();
            List<Long> expected = rows.stream()
                    .filter(row -> QueueOracle.finds(query, row))
                    .map(QueueOracle.Row::id)
                    .toList();
            assertThat(queue.ids(asking(query), reader("a", "b"), 1_000))
                    .as(text)
                    .containsExactlyInAnyOrderElementsOf(expected);
            found += expected.size();
        }
        assertThat(found).isGreaterThan(QUERIES);
    }

    @Test
    void nothingOfAnotherOrganisationIsFoundCountedOrGrouped() {
        for (String text : List.of("", "organization:" + run + "-b", "host:web-1 OR NOT host:web-1", "label:*")) {
            Query query = ((ParsedQuery.Understood) QueryParser.parse(text, IncidentFields.ALL, NOW)).query();
            Set<Long> own = Set.copyOf(rows.stream()
                    .filter(row -> row.organization().equals(run + "-a"))
                    .map(QueueOracle.Row::id)
                    .toList());
            List<Long> ids = queue.ids(asking(query), reader("a"), 1_000);
            assertThat(own).as(text).containsAll(ids);
            assertThat(queue.count(asking(query), reader("a"))).isEqualTo(ids.size());
            for (QueueGrouping by : QueueGrouping.values()) {
                assertThat(queue.groups(asking(query), by, reader("a")))
                        .extracting(IncidentQueue.Group::key)
                        .doesNotContain(run + "-b");
            }
        }
    }

    @Test
    void theDatabaseFoldsTextAsTheProcessDoes() {
        for (String text : List.of("Đặng Thị Ưởng", "ĐẦU MỐI", "Mã hóa hàng loạt tệp", "e\u0301ẤẦẨẪẬ ỲỶỸỴ")) {
            assertThat(jdbc.sql("select search_plain(?)")
                            .param(text)
                            .query((row, _) -> row.getString(1))
                            .single())
                    .isEqualTo(SearchText.plain(text));
        }
    }

    private String random(Random random, int depth) {
        int choice = random.nextInt(depth == 0 ? 1 : 5);
        return switch (choice) {
            case 1 -> "(" + random(random, depth - 1) + " OR " + random(random, depth - 1) + ")";
            case 2 -> random(random, depth - 1) + " " + random(random, depth - 1);
            case 3 -> "NOT (" + random(random, depth - 1) + ")";
            default -> TERMS.get(random.nextInt(TERMS.size()));
        };
    }

    private QueueOracle.Row row(int number, Random random) {
        String status = pick(random, "new", "verifying", "closed", "dismissed");
        String severity = pick(random, "M1", "M2", "M3");
        String organization = run + pick(random, "-a", "-b");
        String host = pick(random, "web-1", "web-2", "db-1", "máy%_1");
        String ip = pick(random, "203.0.113.1", "10.1.1.1", "không-có");
        String label = pick(random, "", "gấp", "50%", "a_b", "axb");
        String name = pick(random, "Dò mật khẩu", "' or 1=1 --", "C:\\Windows 100%");
        long detections = random.nextInt(5);
        Instant created = Instant.parse("2026-11-19T20:00:00Z").plusSeconds(random.nextInt(200_000));
        String words = SearchText.kept(run + number + "\n" + name);
        long id = jdbc.sql("""
                        insert into incidents (number, incident_key, title_vi, title_en, level, severity, state, entity_kind,
                            entity_value, organization_ids, first_seen, last_seen, detected_at, detections, evidence_count,
                            changed_at, search_text)
                        values (?, ?, ?, 'x', 'HIGH', ?, ?, 'SOURCE', '1', array[?], ?, ?, ?, ?, 0, now(), ?) returning id""")
                .params(
                        run + number,
                        run + number,
                        name,
                        severity,
                        status.toUpperCase(java.util.Locale.ROOT),
                        organization,
                        at(created),
                        at(created),
                        at(created),
                        detections,
                        words)
                .query(Long.class)
                .single();
        jdbc.sql("""
                        insert into incident_evidence (incident_id, event_id, index_name, occurred_at, created_at,
                            organization_id, source_id, dataset, host, source_ip, original, truncated)
                        values (?, 'e', 'i', now(), now(), ?, 's', 'd', ?, ?, 'x', false)""").params(id, organization, host, ip).update();
        if (!label.isEmpty()) {
            jdbc.sql("insert into incident_labels values (?, ?, ?, null, now())")
                    .params(id, label, SearchText.word(label))
                    .update();
        }
        return new QueueOracle.Row(id, words, status, severity, organization, host, ip, label, detections, created);
    }

    private static java.time.OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static String pick(Random random, String... values) {
        return values[random.nextInt(values.length)];
    }

    private Reader reader(String... organizations) {
        return new Reader(
                new Scope.Organizations(Set.of(java.util.Arrays.stream(organizations)
                        .map(name -> run + "-" + name)
                        .toArray(String[]::new))),
                true);
    }

    private static IncidentQuery asking(Query query) {
        return new IncidentQuery(
                Set.of(), Set.of(), null, query, null, null, 0, IncidentQuery.Sort.LAST_SEEN, 50, null);
    }
}
