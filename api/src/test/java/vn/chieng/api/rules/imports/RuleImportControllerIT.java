package vn.chieng.api.rules.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.api.ApiServers;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.rules.RuleStore;
import vn.chieng.api.rules.SampleRules;
import vn.chieng.event.Level;

/** A release of rules, uploaded and taken by a program. */
class RuleImportControllerIT extends ApiServers {
    private static final String PLACE = "/api/v1/rules/imports";
    private static final SignedIn LEAD = caller(Role.SOC_LEAD, new Scope.Everything());
    private static final SignedIn ANALYST = caller(Role.ANALYST, new Scope.Everything());

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JsonMapper json;

    @Autowired
    private RuleStore rules;

    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();

    @Test
    void aReleaseIsComparedWithReasonsForWhatIsRefusedAndTakenAsAsked() throws Exception {
        String broken = rule(UUID.randomUUID()).replace("level: medium", "level: odd");
        byte[] release = UnpackerTest.zip(
                "rules/a.yml", rule(first), "rules/b.yml", rule(second), "rules/broken.yml", broken, "README.md", "x");
        String job = job(upload("?name=release.zip", release, LEAD));
        JsonNode compared = settled(job);
        assertThat(compared.at("/job/state").asString()).isEqualTo("READY");
        assertThat(compared.get("percent").asInt()).isEqualTo(100);
        assertThat(compared.at("/job/counts/added").asInt()).isEqualTo(2);
        assertThat(compared.at("/job/counts/refused").asInt()).isEqualTo(1);
        assertThat(compared.at("/job/counts/skipped").asInt()).isEqualTo(1);
        assertThat(compared.at("/refused/0/file").asString()).isEqualTo("rules/broken.yml");
        assertThat(compared.at("/refused/0/issues/0/line").asInt()).isEqualTo(10);
        assertThat(compared.at("/refused/0/issues/0/message").asString()).contains("odd");
        assertThat(rules.find(first.toString())).as("before anybody says so").isEmpty();
        String wanted = """
                {"part":"selected","rules":["%s"],"levels":["medium"],"statuses":["test"]}""".formatted(first);
        assertThat(apply(job, wanted, LEAD)).hasStatus(HttpStatus.ACCEPTED);
        JsonNode applied = settled(job);
        assertThat(applied.at("/job/state").asString()).isEqualTo("APPLIED");
        assertThat(applied.at("/job/counts/taken").asInt()).isEqualTo(1);
        assertThat(applied.at("/job/counts/enabled").asInt()).isEqualTo(1);
        assertThat(rules.find(first.toString()).orElseThrow().runningLevel()).isEqualTo(Level.MEDIUM);
        assertThat(rules.find(first.toString()).orElseThrow().enabled()).isTrue();
        assertThat(rules.find(second.toString())).isEmpty();
        assertThat(apply(job, wanted, LEAD)).as("a second time").hasStatus(HttpStatus.CONFLICT);
    }

    @Test
    void aBodyThatCanBeNoReleaseIsAnsweredWithWhatIsWrong() throws Exception {
        assertThat(upload("", new byte[0], LEAD)).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(upload("?name=" + "x".repeat(121), bytes("title: x"), LEAD)).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(upload("", new byte[(int) RuleImportPages.MOST_BYTES + 1], LEAD))
                .hasStatus(HttpStatus.CONTENT_TOO_LARGE);
        assertThat(mvc.post()
                        .uri(PLACE)
                        .multipart()
                        .file(new MockMultipartFile("file", "a.yml", "text/yaml", bytes(rule(first))))
                        .secure(true)
                        .with(as(LEAD))
                        .with(csrf())
                        .exchange())
                .hasStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
        String notes = job(upload("?name=notes.txt", bytes("no rules"), LEAD));
        assertThat(settled(notes).at("/job/failure").asString()).isEqualTo("no-rules");
        byte[] whole = UnpackerTest.zip("rules/a.yml", rule(first));
        byte[] cut = Arrays.copyOf(whole, whole.length / 2);
        JsonNode damaged = settled(job(upload("?name=release.zip", cut, LEAD)));
        assertThat(damaged.at("/job/state").asString()).isEqualTo("FAILED");
        assertThat(damaged.at("/job/failure").asString()).isEqualTo("damaged");
    }

    @Test
    void whatIsToBeTakenMustBeSaidInJsonAndOfAnImportThatIsReady() {
        String job = job(upload("?name=a.yml", bytes(rule(first)), LEAD));
        settled(job);
        assertThat(apply(job, "{\"part\":\"most\"}", LEAD))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("part");
        assertThat(apply(job, "{\"levels\":[\"odd\"]}", LEAD)).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(apply(job, "{", LEAD)).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(mvc.post()
                        .uri(PLACE + "/" + job + "/apply")
                        .contentType(MediaType.TEXT_PLAIN)
                        .content("all")
                        .secure(true)
                        .with(as(LEAD))
                        .with(csrf())
                        .exchange())
                .hasStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
        assertThat(apply("999999999", "{}", LEAD)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(PLACE + "/999999999", LEAD)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(rules.find(first.toString())).isEmpty();
    }

    @Test
    void whoMayOnlyReadRulesNeitherUploadsNorTakesNorLooks() {
        assertThat(upload("", bytes(rule(first)), ANALYST)).hasStatus(HttpStatus.FORBIDDEN);
        String job = job(upload("", bytes(rule(first)), LEAD));
        settled(job);
        assertThat(apply(job, "{}", ANALYST)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(get(PLACE + "/" + job, ANALYST)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(rules.find(first.toString())).isEmpty();
    }

    private static String rule(UUID id) {
        return SampleRules.rule(id, "Rule of a release", "login");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private MvcTestResult upload(String query, byte[] content, SignedIn by) {
        return mvc.post()
                .uri(PLACE + query)
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .content(content)
                .secure(true)
                .with(as(by))
                .with(csrf())
                .exchange();
    }

    private static String job(MvcTestResult accepted) {
        assertThat(accepted).hasStatus(HttpStatus.ACCEPTED);
        String place = accepted.getResponse().getHeader("Location");
        assertThat(place).startsWith(PLACE + "/");
        return place.substring(PLACE.length() + 1);
    }

    private MvcTestResult apply(String job, String wanted, SignedIn by) {
        return mvc.post()
                .uri(PLACE + "/" + job + "/apply")
                .contentType(MediaType.APPLICATION_JSON)
                .content(wanted)
                .secure(true)
                .with(as(by))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult get(String address, SignedIn by) {
        return mvc.get().uri(address).secure(true).with(as(by)).exchange();
    }

    /** The import when nobody works on it any more. */
    private JsonNode settled(String job) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> json.readTree(
                                get(PLACE + "/" + job, LEAD).getResponse().getContentAsByteArray()),
                        found -> !found.at("/job/state").asString().endsWith("ING"));
    }
}
