package vn.chieng.api.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.api.ApiServers;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;

/** A rule's level and exceptions, set by a program. */
class RuleTuningControllerIT extends ApiServers {
    private static final SignedIn LEAD = caller(Role.SOC_LEAD, new Scope.Everything());

    @Autowired
    private RuleEditor editor;

    @Autowired
    private JsonMapper json;

    @Autowired
    private MockMvcTester mvc;

    private final UUID id = UUID.randomUUID();
    private final String rule = id.toString();

    @Test
    void aProgramSetsTheLevelAndAddsAndEndsAnException() {
        editor.add(SampleRules.rule(id, "Own rule", "login"), LEAD);
        String place = "/api/v1/rules/" + rule;
        assertThat(send(HttpMethod.PUT, place + "/severity", "{\"level\":\"critical\",\"reason\":\"r\",\"version\":1}"))
                .hasStatusOk()
                .bodyText()
                .contains("\"levelOverride\":\"critical\"");
        assertThat(send(HttpMethod.PUT, place + "/severity", "{\"level\":\"high\",\"reason\":\"r\",\"version\":1}"))
                .hasStatus(409);
        assertThat(send(HttpMethod.PUT, place + "/severity", "{\"level\":\"high\",\"version\":2}"))
                .hasStatus(400);
        String exception = """
                {"conditions":[{"field":"user.name","modifier":"","values":["backup"]}],"reason":"r","version":2}""";
        assertThat(send(HttpMethod.POST, place + "/exceptions", exception))
                .hasStatusOk()
                .bodyText()
                .contains("\"exceptions\":1");
        long held = json.readTree(
                        get(place + "/exceptions").getMvcResult().getResponse().getContentAsByteArray())
                .get(0)
                .get("id")
                .longValue();
        assertThat(send(HttpMethod.POST, place + "/exceptions/" + held + "/end", "{\"reason\":\"r\",\"version\":3}"))
                .hasStatusOk()
                .bodyText()
                .contains("\"exceptions\":0");
        assertThat(get("/rules/" + rule + "/history"))
                .hasStatusOk()
                .bodyText()
                .contains("Own rule", "→", "critical", LEAD.displayName(), "Trưởng ca SOC");
        assertThat(get("/rules/" + rule + "/history.csv")).hasStatusOk();
        assertThat(get("/rules/" + UUID.randomUUID() + "/history")).hasStatus(404);
    }

    private MvcTestResult send(HttpMethod method, String address, String body) {
        return mvc.method(method)
                .uri(address)
                .secure(true)
                .with(as(LEAD))
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(address).secure(true).with(as(LEAD)).exchange();
    }
}
