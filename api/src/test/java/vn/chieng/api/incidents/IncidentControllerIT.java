package vn.chieng.api.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.api.ApiServers;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.Scope;
import vn.chieng.api.incidents.queue.Cursor;
import vn.chieng.api.incidents.queue.IncidentQuery;
import vn.chieng.api.incidents.queue.IncidentQueue;
import vn.chieng.api.query.Pattern;
import vn.chieng.api.query.Query;
import vn.chieng.event.Level;

class IncidentControllerIT extends ApiServers {
    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private IncidentStore store;

    @Autowired
    private IncidentQueue queue;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JsonMapper json;

    @Autowired
    private MeterRegistry meters;

    private final String key = UUID.randomUUID().toString();

    @Test
    void signalsFromKafkaBecomeIncidentsAndPoisonGoesToTheDeadLetters() throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", kafka()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(TOPICS.signals(), 0, key, "{half".getBytes(StandardCharsets.UTF_8)))
                    .get();
            producer.send(new ProducerRecord<>(
                            TOPICS.signals(),
                            0,
                            key,
                            json.writeValueAsBytes(Signals.signal(key + "a", key, Level.HIGH, 3, "org-1"))))
                    .get();
        }
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> !ids().isEmpty());
        assertThat(ids()).hasSize(1);
        assertThat(meters.counter("chieng.incidents.deadletters.written").count())
                .isEqualTo(1);
    }

    @Test
    void answersStrangersWithAProblemOrTheSignInPage() {
        assertThat(mvc.get().uri("/api/v1/incidents").secure(true).exchange())
                .hasStatus(401)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .hasHeader("WWW-Authenticate", "Bearer");
        assertThat(mvc.get().uri("/incidents").secure(true).exchange())
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/signin");
    }

    @Test
    void refusesAFormWithoutItsTokenAndAMoveWithoutThePermission() {
        long id = opened();
        var body = "{\"version\":1}";
        assertThat(mvc.post()
                        .uri("/api/v1/incidents/" + id + "/acknowledge")
                        .secure(true)
                        .with(as(Role.ANALYST))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body)
                        .exchange())
                .hasStatus(403);
        assertThat(mvc.post()
                        .uri("/api/v1/incidents/" + id + "/acknowledge")
                        .secure(true)
                        .with(as(Role.LEADER))
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body)
                        .exchange())
                .hasStatus(403);
    }

    @Test
    void aStaleVersionIsRefusedWithBothValues() {
        long id = opened();
        var body = "{\"version\":1}";
        var uri = "/api/v1/incidents/" + id + "/acknowledge";
        assertThat(mvc.post()
                        .uri(uri)
                        .secure(true)
                        .with(as(Role.ANALYST))
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body)
                        .exchange())
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("verifying");
        var conflict = mvc.post()
                .uri(uri)
                .secure(true)
                .with(as(Role.ANALYST))
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
        assertThat(conflict)
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.current.version")
                .isEqualTo(2);
        assertThat(conflict).bodyJson().extractingPath("$.type").isEqualTo("urn:chieng:problem:version-conflict");
    }

    @Test
    void aForeignIncidentLooksLikeNone() {
        long id = opened();
        assertThat(mvc.get()
                        .uri("/api/v1/incidents/" + id)
                        .secure(true)
                        .with(as(Role.OWNER, new Scope.Organizations(Set.of("org-9"))))
                        .exchange())
                .hasStatus(404);
    }

    @Test
    void pagesShowHostileTextHarmlesslyUnderAStrictPolicy() {
        long id = opened();
        var page = mvc.get()
                .uri("/incidents/" + id + "/evidence")
                .secure(true)
                .with(as(Role.ANALYST))
                .exchange();
        assertThat(page)
                .hasStatusOk()
                .bodyText()
                .contains("SC-")
                .contains("&lt;script&gt;")
                .contains("⟨U+202E⟩")
                .doesNotContain("<script>alert")
                .doesNotContain("\u202E");
        assertThat(page.getResponse().getHeader("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(mvc.get()
                        .uri("/incidents?state=all&lang=en")
                        .secure(true)
                        .with(as(Role.OWNER))
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .contains("Incident queue");
        assertThat(mvc.get()
                        .uri("/incidents/" + id + "/quick")
                        .secure(true)
                        .with(as(Role.OWNER))
                        .exchange())
                .hasStatusOk();
    }

    @Test
    void pagesOfTheListFollowEachOtherWithoutGapOrRepetition() {
        String text = "203.0.113.5";
        opened();
        store.apply(Signals.signal(key + "x", key + "x", Level.CRITICAL, 1, "org-1"));
        var first = queue.list(query(text, null), Reader.EVERYTHING);
        assertThat(first.items()).hasSize(1);
        var second = queue.list(query(text, Cursor.decoded(String.valueOf(first.next()))), Reader.EVERYTHING);
        assertThat(second.items()).hasSize(1).doesNotContainAnyElementsOf(first.items());
    }

    @Test
    void describesItselfAsOpenApi() {
        assertThat(mvc.get()
                        .uri("/v3/api-docs")
                        .secure(true)
                        .with(as(Role.ANALYST))
                        .exchange())
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.openapi")
                .asString()
                .startsWith("3.1");
    }

    private static IncidentQuery query(String text, @org.jspecify.annotations.Nullable Cursor after) {
        return new IncidentQuery(
                Set.of(),
                Set.of(),
                null,
                new Query.Words(Pattern.of(text)),
                null,
                null,
                0,
                IncidentQuery.Sort.SEVERITY,
                1,
                after);
    }

    private long opened() {
        store.apply(Signals.signal(key + "a", key, Level.HIGH, 2, "org-1"));
        return ids().getFirst();
    }

    private java.util.List<Long> ids() {
        return jdbc.sql("select id from incidents where incident_key = ?")
                .param(key)
                .query((row, _) -> row.getLong("id"))
                .list();
    }
}
