package vn.chieng.api.rules.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.chieng.api.ApiServers;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.rules.FilterCondition;
import vn.chieng.api.rules.Rule;
import vn.chieng.api.rules.RuleEditor;
import vn.chieng.api.rules.RuleFilter;
import vn.chieng.api.rules.RuleKind;
import vn.chieng.api.rules.RuleOutcome;
import vn.chieng.api.rules.RuleStore;
import vn.chieng.api.rules.SampleRules;
import vn.chieng.api.uploads.UploadState;
import vn.chieng.event.Level;

class RuleImportIT extends ApiServers {
    private static final SignedIn LEAD = caller(Role.SOC_LEAD, new Scope.Everything());
    private static final String SHIPPED = "5f3a7d20-8f0e-4c1b-9a51-0d6f4f0b1a42";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private ImportStore imports;

    @Autowired
    private RuleImportRunner runner;

    @Autowired
    private RuleStore rules;

    @Autowired
    private RuleEditor editor;

    @Autowired
    private Clock clock;

    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();
    private final UUID third = UUID.randomUUID();

    @Test
    void aPreviewTellsNewChangedUnchangedRefusedAndNotEffectiveExactly() throws Exception {
        applied(upload(
                "first.zip", UnpackerTest.zip("rules/a.yml", rule(first, "login"), "rules/b.yml", rule(second, "x"))));
        String broken =
                rule(UUID.randomUUID(), "x").replace("selection\n", "nothing\n").replace("level: medium", "level: odd");
        String ineffective = rule(third, "x").replace("category: firewall", "category: nonesuch\n  product: nonesuch");
        long job = upload(
                "second.zip",
                UnpackerTest.zip(
                        "rules/a.yml",
                        rule(first, "logout"),
                        "rules/b.yml",
                        rule(second, "x"),
                        "rules/c.yml",
                        "---\n" + ineffective + "---\n" + rule(third, "y"),
                        "rules/broken.yml",
                        broken,
                        "rules/shipped.yml",
                        rule(UUID.fromString(SHIPPED), "x"),
                        "../out.yml",
                        "x"));
        assertThat(imports.find(job).orElseThrow().counts()).isEqualTo(new ImportJob.Counts(1, 1, 1, 4, 1, 0, 0, 0));
        ImportItem refused = imports.items(job, ImportItem.Verdict.REFUSED, 0, 10).stream()
                .filter(item -> item.file().equals("rules/broken.yml"))
                .findFirst()
                .orElseThrow();
        assertThat(refused.issues()).extracting(ImportItem.Issue::line).containsExactlyInAnyOrder(9, 10);
        assertThat(get("/rules/imports/" + job + "?show=refused"))
                .bodyText()
                .contains("rules/broken.yml:10:", "rules/shipped.yml", "is taken by rules/c.yml");
        assertThat(get("/rules/imports/" + job + "?show=ineffective"))
                .bodyText()
                .contains("nonesuch");
        assertThat(get("/rules/imports/" + job + "/changes/" + first))
                .bodyText()
                .contains("event.action: login", "event.action: logout");
        post("/rules/imports/" + job + "/discard");
        assertThat(rules.find(third.toString())).isEmpty();
    }

    @Test
    void tuningAndStateSurviveAnImportOfANewText() throws Exception {
        long job = upload("v1.yml", rule(first, "login").getBytes(StandardCharsets.UTF_8));
        assertThat(runner.apply(job, all(Set.of(Level.MEDIUM)), LEAD)).isTrue();
        finished(job);
        Rule added = rules.find(first.toString()).orElseThrow();
        assertThat(added.enabled()).isTrue();
        assertThat(added.kind()).isEqualTo(RuleKind.IMPORTED);
        editor.override(added.id(), 1, Level.LOW, "noisy", LEAD);
        editor.except(
                new RuleFilter(
                        0,
                        added.id(),
                        List.of(new FilterCondition("user.name", "", List.of("backup"))),
                        null,
                        "known",
                        null,
                        "Người Thử",
                        clock.instant()),
                2,
                LEAD);
        applied(upload("v2.yml", rule(first, "logout").getBytes(StandardCharsets.UTF_8)));
        Rule now = rules.find(added.id()).orElseThrow();
        assertThat(now.textHash()).isNotEqualTo(added.textHash());
        assertThat(now.enabled()).isTrue();
        assertThat(now.override()).isEqualTo(Level.LOW);
        assertThat(now.version()).isEqualTo(4);
        assertThat(now.origin()).isEqualTo("v2.yml");
        assertThat(rules.filters(added.id())).hasSize(1);
        assertThat(rules.version(added.id(), 4).orElseThrow().tuning()).contains("backup");
        assertThat(editor.enable(added.id(), 4, false, LEAD)).isInstanceOf(RuleOutcome.Done.class);
    }

    @Test
    void onlyWhatIsSelectedIsTakenAndOnlyWhatIsChosenRuns() throws Exception {
        String high = rule(second, "x").replace("level: medium", "level: high");
        String ineffective = rule(third, "x").replace("category: firewall", "category: nonesuch\n  product: nonesuch");
        long job = upload("s.zip", UnpackerTest.zip("a.yml", rule(first, "x"), "b.yml", high, "c.yml", ineffective));
        var some = new Acceptance(
                Acceptance.Part.SELECTED,
                Set.of(second.toString(), third.toString()),
                Set.of(Level.MEDIUM, Level.HIGH),
                Set.of("test"),
                Set.of(),
                false);
        assertThat(runner.apply(job, some, LEAD)).isTrue();
        finished(job);
        assertThat(rules.find(first.toString())).isEmpty();
        assertThat(rules.find(second.toString()).orElseThrow().enabled()).isTrue();
        assertThat(rules.find(third.toString()).orElseThrow().enabled())
                .as("not effective")
                .isFalse();
    }

    @Test
    void aWholeReleaseIsComparedAndTakenInWellUnderAMinute() throws Exception {
        Path release =
                Path.of(System.getProperty("corpus", "../../shared/corpus")).resolve("sigma/sigmahq-rules.tar.gz");
        if (!Files.exists(release)) {
            release = Path.of("../../../shared/corpus/sigma/sigmahq-rules.tar.gz");
        }
        assumeTrue(Files.exists(release), "no corpus beside the repository");
        long began = System.nanoTime();
        long job = upload("sigmahq-rules.tar.gz", Files.readAllBytes(release));
        ImportJob.Counts counts = imports.find(job).orElseThrow().counts();
        assertThat(counts.added() + counts.refused()).isEqualTo(3_025);
        assertThat(counts.refused()).as("those with placeholders").isLessThan(40);
        applied(job);
        assertThat(imports.find(job).orElseThrow().counts().taken()).isEqualTo(counts.added());
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(45));
    }

    private static String rule(UUID id, String action) {
        return SampleRules.rule(id, "Imported rule", action);
    }

    private static Acceptance all(Set<Level> enabled) {
        return new Acceptance(Acceptance.Part.ALL, Set.of(), enabled, Set.of(), Set.of(), false);
    }

    private void applied(long job) {
        assertThat(runner.apply(job, all(Set.of()), LEAD)).isTrue();
        finished(job);
        assertThat(imports.find(job).orElseThrow().state()).isEqualTo(UploadState.APPLIED);
    }

    private void finished(long job) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !imports.find(job).orElseThrow().state().running());
    }

    private long upload(String name, byte[] content) {
        MvcTestResult answer = mvc.post()
                .uri("/rules/imports")
                .multipart()
                .file(new MockMultipartFile("file", name, "application/octet-stream", content))
                .secure(true)
                .with(as(LEAD))
                .with(csrf())
                .exchange();
        assertThat(answer).hasStatus3xxRedirection();
        String place = answer.getResponse().getRedirectedUrl();
        long job = Long.parseLong(place.substring(place.lastIndexOf('/') + 1));
        finished(job);
        return job;
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(address).secure(true).with(as(LEAD)).exchange();
    }

    private void post(String address) {
        assertThat(mvc.post()
                        .uri(address)
                        .secure(true)
                        .with(as(LEAD))
                        .with(csrf())
                        .exchange())
                .hasStatus3xxRedirection();
    }
}
