package vn.chieng.api.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.api.ApiServers;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.Scope;
import vn.chieng.api.query.Query;
import vn.chieng.opensearch.LogTemplate;
import vn.chieng.opensearch.OpenSearchConnection;

/** The search over a real OpenSearch: events of two communes, one of them hostile. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventSearchIT extends ApiServers {
    private static final String INDEX = TOPICS.prefix() + "logs-search-2026.11.22";

    private static final Pattern SILENT = Pattern.compile("(data-copy|value|href)=\"[^\"]*\"");

    @Autowired
    private EventStoreAddress address;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private final String run = "m" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeAll
    void store() throws IOException {
        try (OpenSearchConnection connection = OpenSearchConnection.to(address.uri(), Duration.ofSeconds(30))) {
            LogTemplate.install(connection, address.indexPrefix());
            StringBuilder bulk = new StringBuilder();
            for (int i = 0; i < 12; i++) {
                add(bulk, "a", i, "web-" + i % 2, "Sai mật khẩu cho root " + run);
            }
            for (int i = 0; i < 5; i++) {
                add(bulk, "b", i, "secret-host", "Sai mật khẩu ở xã bên " + run);
            }
            add(bulk, "a", 99, "evil", "=cmd|' /C calc'!A0 <script>alert(1)</script> \\u202e " + run);
            Request write = new Request("POST", "/_bulk");
            write.addParameter("refresh", "true");
            write.setJsonEntity(bulk.toString());
            connection.raw().performRequest(write);
        }
    }

    private void add(StringBuilder bulk, String commune, int number, String host, String message) {
        Instant at = clock.instant().minusSeconds(600 + 30L * number);
        bulk.append("{\"index\":{\"_index\":\"%s\",\"_id\":\"%s\"}}%n".formatted(INDEX, id(commune, number)));
        bulk.append("""
                {"@timestamp":"%s","event":{"created":"%s","id":"%s","dataset":"%s","outcome":"failure","original":"%s"},"host":{"name":"%s"},\
                "source":{"ip":"203.0.113.%d"},"user":{"name":"root"},"organization":{"id":"%s"},"message":"%s"}
                """.formatted(at, at, id(commune, number), run, message, host, number % 4, run + commune, message));
    }

    private String id(String commune, int number) {
        return run + "-" + commune + number;
    }

    @AfterAll
    void remove() throws IOException {
        try (OpenSearchConnection connection = OpenSearchConnection.to(address.uri(), Duration.ofSeconds(30))) {
            connection.raw().performRequest(new Request("DELETE", "/" + INDEX));
        }
    }

    @Test
    void findsByWordsFieldsNetworksAndWildcardsWithCountsOverTime() {
        for (var expected : List.of(
                List.of("\"mật khẩu\" dataset:" + run, "17"),
                List.of("dataset:" + run + " host.name:WEB-1", "6"),
                List.of("dataset:" + run + " host:web*", "12"),
                List.of("dataset:" + run + " source.ip:203.0.113.0/31", "9"),
                List.of("dataset:" + run + " NOT host:(web-0 OR web-1)", "6"),
                List.of("dataset:" + run + " \"203.0.113.3\"", "5"))) {
            assertThat(search("q=" + encoded(expected.getFirst()), new Scope.Everything()))
                    .as(expected.getFirst())
                    .hasStatusOk()
                    .bodyJson()
                    .extractingPath("$.total")
                    .asNumber()
                    .hasToString(expected.getLast());
        }
        assertThat(search("q=" + encoded("dataset:" + run) + "&field=host.name", new Scope.Everything()))
                .bodyJson()
                .extractingPath("$.statistics.top[0].count")
                .isEqualTo(6);
    }

    @Test
    void aCommuneNeitherSearchesCountsAggregatesExportsNorOpensAnothersEvents() {
        Scope own = new Scope.Organizations(Set.of(run + "a"));
        String all = "q=" + encoded("dataset:" + run + " OR NOT dataset:" + run + " OR organization.id:" + run + "b");
        MvcTestResult found = search(all + "&size=200&field=organization.id", own);
        assertThat(found).hasStatusOk().bodyText().doesNotContain("secret-host", run + "b\"");
        assertThat(found).bodyJson().extractingPath("$.total").isEqualTo(13);
        assertThat(found).bodyJson().extractingPath("$.statistics.distinct").isEqualTo(1);
        assertThat(page("/logs?" + all + "&field=host.name", own))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("secret-host");
        assertThat(page("/logs/export.csv?" + all, own))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("secret-host");
        assertThat(page("/logs/event?index=" + INDEX + "&id=" + id("b", 1), own))
                .hasStatus(404);
        assertThat(page("/logs/event?index=" + INDEX + "&id=" + id("a", 1), own))
                .hasStatusOk();
        assertThat(page("/logs/event?index=.security&id=x", own)).hasStatus(404);
    }

    @Test
    void hostileTextIsHarmlessOnThePagesAndInTheFile() {
        String hostile = "q=" + encoded("dataset:" + run + " host.name:evil");
        assertThat(page("/logs?" + hostile + "&field=message", new Scope.Everything()))
                .hasStatusOk();
        assertThat(page("/logs?" + hostile, new Scope.Everything()))
                .hasStatusOk()
                .bodyText()
                .contains("&lt;script&gt;", "⟨U+202E⟩")
                .doesNotContain("<script>alert", "\u202e");
        assertThat(page("/logs/event?index=" + INDEX + "&id=" + id("a", 99), new Scope.Everything()))
                .hasStatusOk()
                .bodyText()
                .satisfies(body -> assertThat(SILENT.matcher(body).replaceAll("")) // what is copied is copied as it is
                        .contains("⟨U+202E⟩")
                        .doesNotContain("<script>alert", "\u202e"));
        assertThat(page("/logs/export.csv?" + hostile + "&columns=message", new Scope.Everything()))
                .bodyText()
                .contains("'=cmd|");
        assertThat(jdbc.sql("select count(*) from audit_entries where action = 'events.exported'")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        String all = "q=" + encoded("dataset:" + run) + "&size=10";
        var first = search(all, new Scope.Everything());
        String next = JsonMapper.shared()
                .readTree(first.getResponse().getContentAsByteArray())
                .path("next")
                .asString("");
        assertThat(search(all + "&after=" + next, new Scope.Everything()))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items.length()")
                .isEqualTo(8);
        assertThat(search(all + "&after=zzz", new Scope.Everything())).hasStatus(400);
    }

    @Test
    void aWrongQueryIsToldWithItsColumn() {
        assertThat(search("q=" + encoded("host.name:a source.ip:x"), new Scope.Everything()))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.column")
                .isEqualTo(23);
        assertThat(page("/logs?lang=en&q=" + encoded("(a"), new Scope.Everything()))
                .hasStatusOk()
                .bodyText()
                .contains("is not closed");
        assertThat(search("field=event.original", new Scope.Everything())).hasStatus(400);
    }

    @Test
    void tellsWhenTheNewestLogOfTheReadersScopeWasTakenIn() {
        assertThat(page("/logs/newest?lang=en", new Scope.Organizations(Set.of(run + "a"))))
                .hasStatusOk()
                .bodyText()
                .contains("Newest log: 10 minutes ago");
        assertThat(page("/logs/newest?lang=en", new Scope.Organizations(Set.of(run + "nowhere"))))
                .hasStatusOk()
                .bodyText()
                .contains("No logs yet.");
    }

    @Test
    void aStoreThatIsDownIsAnOutcomeAndNotAnAccident() throws IOException {
        var down = new OpenSearchEventStore(
                new EventStoreAddress(URI.create("http://127.0.0.1:1"), ""),
                new SearchSettings(Duration.ofSeconds(1), 1, 1, null, "logs-*"),
                new EventFields(JsonMapper.shared()),
                JsonMapper.shared());
        Instant now = clock.instant();
        assertThatExceptionOfType(EventStoreAwayException.class)
                .isThrownBy(() -> down.page(
                        new EventQuery(Query.EVERYTHING, now.minusSeconds(60), now, 10, List.of()),
                        new Scope.Everything()))
                .matches(away -> away.code().equals("away"));
        down.destroy();
    }

    private MvcTestResult search(String parameters, Scope scope) {
        return page("/api/v1/events/search?" + parameters, scope);
    }

    private MvcTestResult page(String path, Scope scope) {
        return mvc.get()
                .uri(URI.create(path))
                .secure(true)
                .with(as(Role.ANALYST, scope))
                .exchange();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
