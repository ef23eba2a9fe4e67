package vn.chieng.api.rules.observed;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.chieng.api.ApiServers;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.rules.RuleEditor;
import vn.chieng.api.rules.RuleStore;
import vn.chieng.api.rules.SampleRules;
import vn.chieng.api.rules.SeenInput;
import vn.chieng.opensearch.LogTemplate;
import vn.chieng.opensearch.OpenSearchConnection;

class LogSourceWatchIT extends ApiServers {
    private static final SignedIn LEAD = caller(Role.SOC_LEAD, new Scope.Everything());
    private static final String INDEX = "logs-r12-2026.11.22";

    @Autowired
    private LogSourceWatch watch;

    @Autowired
    private RuleEditor editor;

    @Autowired
    private RuleStore store;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Clock clock;

    @Value("${chieng.opensearch.uri}")
    private URI openSearch;

    @Value("${chieng.opensearch.index-prefix:}")
    private String prefix;

    @Test
    void aRulesPageTellsWhatIsConfiguredFromWhatReallyCame() throws IOException {
        UUID id = UUID.randomUUID();
        String product = "kiosk-" + id;
        String text = SampleRules.rule(id, "Kiosk", "login")
                .replace("category: firewall", "product: " + product)
                .replace("condition: selection", "condition: selection and other\n")
                .replace("  condition", "  other:\n    kiosk.badge: x\n  condition");
        editor.add(text, LEAD);
        watch.look();
        assertThat(store.seen(id.toString()).state()).isEqualTo(SeenInput.State.SOURCE);
        assertThat(page(id)).contains("chưa thấy sự kiện nào", "Theo dõi từ");
        try (OpenSearchConnection connection = OpenSearchConnection.to(openSearch, Duration.ofSeconds(10))) {
            LogTemplate.install(connection, prefix);
            Request write = new Request("PUT", "/" + prefix + INDEX + "/_doc/" + id);
            write.addParameter("refresh", "true");
            write.setJsonEntity("""
                    {"@timestamp":"%1$s","event":{"id":"%2$s","created":"%1$s","action":"login","module":"%3$s",
                     "dataset":"%3$s.door"},"organization":{"id":"org-so-khcn"}}""".formatted(clock.instant(), id, product));
            connection.raw().performRequest(write);
            watch.look();
            connection.raw().performRequest(new Request("DELETE", "/" + prefix + INDEX + "/_doc/" + id));
        }
        SeenInput seen = store.seen(id.toString());
        assertThat(seen.state()).isEqualTo(SeenInput.State.FIELDS);
        assertThat(seen.fields()).containsExactly("kiosk.badge");
        assertThat(page(id)).contains("có sự kiện nhưng thiếu trường", "kiosk.badge");
        assertThat(get("/rules?seen=no&q=" + id)).contains("/rules/" + id);
        assertThat(get("/rules?seen=yes&q=" + id)).doesNotContain("/rules/" + id);
    }

    private String page(UUID id) {
        return get("/rules/" + id);
    }

    private String get(String address) {
        var answer = mvc.get().uri(address).secure(true).with(as(LEAD)).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
