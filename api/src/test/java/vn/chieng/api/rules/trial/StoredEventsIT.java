package vn.chieng.api.rules.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.chieng.api.ApiServers;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.incidents.IncidentStore;
import vn.chieng.api.rules.RuleEditor;
import vn.chieng.api.rules.SampleRules;
import vn.chieng.event.Entity;
import vn.chieng.event.Evidence;
import vn.chieng.event.Level;
import vn.chieng.event.RuleReference;
import vn.chieng.event.Signal;
import vn.chieng.opensearch.LogTemplate;
import vn.chieng.opensearch.OpenSearchConnection;

class StoredEventsIT extends ApiServers {
    private static final SignedIn LEAD = caller(Role.SOC_LEAD, new Scope.Everything());
    private static final SignedIn OTHER = caller(Role.ANALYST, new Scope.Organizations(Set.of("org-so-tai-chinh")));
    private static final String INDEX = TOPICS.prefix() + "logs-r12-2026.11.22";

    @Autowired
    private LogSettings settings;

    @Autowired
    private RuleEditor editor;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Clock clock;

    @Autowired
    private IncidentStore incidents;

    @Autowired
    private JdbcClient jdbc;

    private final UUID id = UUID.randomUUID();
    private final String event = UUID.randomUUID().toString();

    @BeforeEach
    void store() throws IOException {
        editor.add(SampleRules.rule(id, "Firewall sign-in", "signin-" + id), LEAD);
        try (OpenSearchConnection connection = OpenSearchConnection.to(settings.uri(), settings.timeout())) {
            LogTemplate.install(connection, settings.indexPrefix());
            Request write = new Request("PUT", "/" + INDEX + "/_doc/" + event);
            write.addParameter("refresh", "true");
            write.setJsonEntity("""
                    {"@timestamp":"%1$s","event":{"id":"%2$s","created":"%1$s","action":"signin-%3$s",
                     "category":["network"],"dataset":"fortinet.firewall","module":"fortinet"},
                     "observer":{"type":"firewall"},"organization":{"id":"org-so-khcn"},"host":{"name":"fw-01"},
                     "message":"<b>sign-in</b> on fw-01"}""".formatted(clock.instant(), event, id));
            connection.raw().performRequest(write);
        }
    }

    @AfterEach
    void remove() throws IOException {
        try (OpenSearchConnection connection = OpenSearchConnection.to(settings.uri(), settings.timeout())) {
            connection.raw().performRequest(new Request("DELETE", "/" + INDEX));
        }
    }

    @Test
    void aTryOutFindsWhatIsStoredWithinTheCallersScopeOnly() {
        assertThat(get("/rules/" + id + "/tryout?hours=1", LEAD))
                .hasStatusOk()
                .bodyText()
                .contains("fw-01", "event=" + event)
                .doesNotContain("<b>sign-in</b>");
        assertThat(get("/rules/" + id + "/tryout?hours=1", OTHER))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("fw-01");
    }

    @Test
    void whoReadsRulesButMayNotSearchEventsSeesCountsOnly() {
        SignedIn appraiser = caller(Role.APPRAISER, new Scope.Everything());
        assertThat(get("/rules/" + id + "/tryout?hours=1", appraiser))
                .hasStatusOk()
                .bodyText()
                .contains("chỉ xem được số lần khớp")
                .doesNotContain("fw-01");
        assertThat(get("/rules/" + id + "/explain?index=" + INDEX + "&event=" + event, appraiser))
                .hasStatus(HttpStatus.FORBIDDEN)
                .bodyText()
                .doesNotContain("fw-01");
    }

    @Test
    void aStoredEventIsExplainedItemByItemWithinTheScopeOnly() {
        String address = "/rules/" + id + "/explain?index=" + INDEX + "&event=" + event;
        assertThat(get(address, LEAD)).hasStatusOk().bodyText().contains("event.action", "signin-" + id, "đúng");
        assertThat(get(address, OTHER))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .doesNotContain("fw-01");
        assertThat(get("/rules/" + id + "/explain?index=.security&event=x", LEAD))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    void aLineOfEvidenceLeadsToWhatEachRuleBehindTheIncidentSaysOfIt() {
        long incident = incidentBy(new RuleReference(id.toString(), "Đăng nhập", "Sign-in", "", Level.HIGH, List.of()));
        String path = "/incidents/" + incident + "/evidence";
        assertThat(get(path, LEAD)).hasStatusOk().bodyText().contains(path + "/" + event + "/why");
        assertThat(get("/incidents/" + incident, LEAD)).hasStatusOk().bodyText().contains("/rules/" + id);
        assertThat(get(path + "/" + event + "/why", LEAD))
                .hasStatusOk()
                .bodyText()
                .contains("Luật khớp với sự kiện này", "/rules/" + id, "event.action", "gone-rule");
        SignedIn operator = caller(Role.OPERATOR, new Scope.Organizations(Set.of("org-so-khcn")));
        assertThat(get(path, operator)).hasStatusOk().bodyText().doesNotContain("/why");
        assertThat(get(path + "/" + event + "/why", operator))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("event.action");
        assertThat(get(path + "/" + event + "/why", OTHER)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(path + "/unknown/why", LEAD)).hasStatus(HttpStatus.NOT_FOUND);
    }

    private long incidentBy(RuleReference rule) {
        Instant at = clock.instant();
        var gone = new RuleReference("gone-rule", "Luật cũ", "Old rule", "", Level.LOW, List.of());
        var evidence = new Evidence(
                event, INDEX, at, at, "org-so-khcn", "s-1", "fortinet.firewall", "fw-01", null, null, null, "x", false);
        var entity = new Entity(Entity.Kind.HOST, "org-so-khcn/fw-" + id);
        String key = "why-" + id;
        incidents.apply(new Signal(key, key, rule, entity, at, at, at, 1, List.of(rule, gone), List.of(evidence)));
        return jdbc.sql("select id from incidents where incident_key = ?")
                .param(key)
                .query(Long.class)
                .single();
    }

    @Test
    void aPastedEventIsExplainedWithWhatIsAbsent() {
        assertThat(post("{\"message\":\"nothing\"}")).hasStatusOk().bodyText().contains("không có trường");
        assertThat(post("[1]")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(post("{\"a\":".repeat(70) + "1" + "}".repeat(70))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private MvcTestResult get(String address, SignedIn by) {
        return mvc.get().uri(address).secure(true).with(as(by)).exchange();
    }

    private MvcTestResult post(String json) {
        return mvc.post()
                .uri("/rules/" + id + "/explain")
                .param("json", json)
                .secure(true)
                .with(as(LEAD))
                .with(csrf())
                .exchange();
    }
}
