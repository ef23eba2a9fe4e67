package vn.chieng.api.systems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.poi.xssf.extractor.XSSFExcelExtractor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.LinkedMultiValueMap;
import vn.chieng.api.ApiServers;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;

class SystemPagesIT extends ApiServers {
    private static final Scope HEALTH = new Scope.Organizations(Set.of("org-so-y-te"));
    private static final SignedIn OWNER = caller(Role.OWNER, HEALTH);

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SystemRegister register;

    @Autowired
    private SystemStore store;

    @Autowired
    private DutyStore duties;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private PackWatch watch;

    @Autowired
    private JdbcClient jdbc;

    private RegisteredSystem kept(SystemAnswers answers) {
        RegisteredSystem plain = SampleSystems.of(
                store.nextCode(), "Hệ thống " + UUID.randomUUID().toString().substring(0, 8), "org-so-y-te");
        RegisteredSystem system = plain.with(answers);
        store.add(system);
        return system;
    }

    private MockHttpServletResponse get(String address) {
        return mvc.get().uri(address).secure(true).with(as(OWNER)).exchange().getResponse();
    }

    private MockHttpServletResponse post(String address, Map<String, String> form) {
        var values = new LinkedMultiValueMap<String, String>();
        form.forEach(values::add);
        return mvc.post()
                .uri(address)
                .secure(true)
                .with(as(OWNER))
                .with(csrf())
                .params(values)
                .exchange()
                .getResponse();
    }

    private static String text(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private RegisteredSystem now(RegisteredSystem system) {
        return register.find(system.id(), new Scope.Everything()).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"99999,0,2", "100000,0,3", "0,9999,2", "0,10000,3", "99.999,9 999,2"})
    void aNumberAtTheBoundaryTypedIntoTheFormIsClassifiedExactly(String basic, String sensitive, int level) {
        RegisteredSystem system = kept(SystemAnswers.NONE);
        MockHttpServletResponse saved = post(
                "/systems/" + system.id() + "/answers",
                Map.ofEntries(
                        Map.entry("version", "1"),
                        Map.entry("in.information-classes", "personal"),
                        Map.entry("in.system-type", "citizens"),
                        Map.entry("in.online-service", "true"),
                        Map.entry("in.conditional-business", "false"),
                        Map.entry("in.administrative-procedures", "false"),
                        Map.entry("in.basic-data-subjects", basic),
                        Map.entry("in.basic-data-subjects.method", "Đếm"),
                        Map.entry("in.basic-data-subjects.asof", "20/11/2026"),
                        Map.entry("in.sensitive-data-subjects", sensitive),
                        Map.entry("in.sensitive-data-subjects.method", "Đếm"),
                        Map.entry("in.sensitive-data-subjects.asof", "20/11/2026")));
        assertThat(saved.getStatus()).isEqualTo(303);

        assertThat(post("/systems/" + system.id() + "/level", Map.of("version", "2", "level", String.valueOf(level)))
                        .getStatus())
                .isEqualTo(303);

        Determination determined = now(system).determination();
        assertThat(determined).isNotNull();
        assertThat(determined.level()).isEqualTo(level);
        assertThat(determined.proposed()).isEqualTo(level);
        assertThat(determined.grounds()).isNotEmpty();
        assertThat(determined.override()).isNull();
    }

    @Test
    void aLowerLevelThanProposedNeedsReasonAndApproverAndAHigherOneDoesNot() {
        RegisteredSystem system = kept(SampleSystems.online(150_000));
        String address = "/systems/" + system.id() + "/level";

        assertThat(post(address, Map.of("version", "1", "level", "2")).getStatus())
                .isEqualTo(422);
        assertThat(post(address, Map.of("version", "1", "level", "2", "reason", "Đang tách"))
                        .getStatus())
                .isEqualTo(422);
        assertThat(post(address, Map.of("version", "1", "level", "4")).getStatus())
                .isEqualTo(303);
        assertThat(post(address, Map.of("version", "2", "level", "2", "reason", "Đang tách", "approver", "Chủ tịch"))
                        .getStatus())
                .isEqualTo(303);
        assertThat(store.determinations(system.id()))
                .extracting(Determination::level)
                .containsExactly(2, 4);
    }

    @Test
    void theGateIsShutWithoutApprovalAndAnExceptionStandsOnTheRedList() {
        RegisteredSystem system = kept(SampleSystems.online(10));
        String address = "/systems/" + system.id() + "/status";
        post("/systems/" + system.id() + "/level", Map.of("version", "1", "level", "2"));

        MockHttpServletResponse refused =
                post(address, Map.of("version", "2", "status", "operating", "since", "01/11/2026"));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(text(refused)).contains("Điều 30");
        assertThat(post(address, Map.of("version", "2", "status", "operating", "byException", "true"))
                        .getStatus())
                .as("an exception that nobody answers for")
                .isEqualTo(422);
        assertThat(now(system).status()).isEqualTo(SystemStatus.PLANNED);

        assertThat(post(
                                address,
                                Map.of(
                                        "version",
                                        "2",
                                        "status",
                                        "operating",
                                        "byException",
                                        "true",
                                        "approver",
                                        "Giám đốc Sở",
                                        "reason",
                                        "Chạy từ 2023"))
                        .getStatus())
                .isEqualTo(303);
        assertThat(now(system).status()).isEqualTo(SystemStatus.OPERATING);
        assertThat(duties.exception(system.id()).orElseThrow().gates()).isNotEmpty();
        assertThat(text(get("/coverage"))).contains(system.name());
        assertThat(text(get("/systems?attention=true"))).contains(system.name());
    }

    @Test
    void ofTwoEditorsTheSecondSeesBothAndLosesNothing() {
        RegisteredSystem system = kept(SampleSystems.online(10));
        String address = "/systems/" + system.id() + "/edit";
        Map<String, String> first = Map.of(
                "version",
                "1",
                "name",
                "Tên của người thứ nhất",
                "operator",
                "org-so-y-te",
                "owner",
                "org-so-y-te",
                "hosting",
                "own");
        Map<String, String> second = Map.of(
                "version",
                "1",
                "name",
                "Tên của người thứ hai",
                "operator",
                "org-so-y-te",
                "owner",
                "org-so-y-te",
                "hosting",
                "cloud");

        assertThat(post(address, first).getStatus()).isEqualTo(303);
        MockHttpServletResponse late = post(address, second);

        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(text(late)).contains("Tên của người thứ nhất").contains("Tên của người thứ hai");
        assertThat(now(system).name()).isEqualTo("Tên của người thứ nhất");
    }

    @Test
    void changedAnswersMakeTheLevelDueAgainAndADeterminationSettlesThat() {
        RegisteredSystem system = kept(SampleSystems.online(10));
        post("/systems/" + system.id() + "/level", Map.of("version", "1", "level", "2"));
        post(
                "/systems/" + system.id() + "/answers",
                Map.of(
                        "version",
                        "2",
                        "in.information-classes",
                        "personal",
                        "in.online-service",
                        "true",
                        "in.basic-data-subjects",
                        "100000",
                        "in.basic-data-subjects.method",
                        "Đếm",
                        "in.basic-data-subjects.asof",
                        "20/11/2026"));

        assertThat(duties.tasks(system.id()))
                .extracting(SystemTask::cause)
                .containsExactlyInAnyOrder(TaskCause.ANSWERS, TaskCause.COUNTER);
        post("/systems/" + system.id() + "/level", Map.of("version", "3", "level", "3"));
        assertThat(duties.tasks(system.id())).noneMatch(SystemTask::open);
    }

    @Test
    void anotherPackMakesTheLevelDueAgain() {
        RegisteredSystem system = kept(SampleSystems.online(10));
        post("/systems/" + system.id() + "/level", Map.of("version", "1", "level", "2"));
        jdbc.sql(
                        "update systems set determination = jsonb_set(determination, '{pack,version}', '\"0.9\"') where id = ?")
                .param(system.id())
                .update();

        assertThat(watch.open()).isPositive();
        assertThat(duties.tasks(system.id())).extracting(SystemTask::cause).containsExactly(TaskCause.PACK);
        watch.open();
        assertThat(duties.tasks(system.id())).hasSize(1);
    }

    @Test
    void anAssetIsPublishedIfAndOnlyIfTheChangeCommits() {
        RegisteredSystem taken = kept(SampleSystems.online(10));
        RegisteredSystem rolledBack = kept(SampleSystems.online(10));
        transactions.executeWithoutResult(status -> {
            assertThat(post("/systems/" + rolledBack.id() + "/addresses", ADDRESSES)
                            .getStatus())
                    .isEqualTo(303);
            status.setRollbackOnly();
        });
        assertThat(post("/systems/" + taken.id() + "/addresses", ADDRESSES).getStatus())
                .isEqualTo(303);

        Map<String, String> seen = new HashMap<>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", kafka(), "auto.offset.reset", "earliest", "group.id", "t" + taken.id()),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.subscribe(List.of(TOPICS.assets()));
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> seen.put(record.key(), record.value()));
                return seen.containsKey(taken.id().toString());
            });
        }
        assertThat(seen.get(taken.id().toString())).contains("web01.so.vn").contains("10.1.0.0/16");
        assertThat(seen).doesNotContainKey(rolledBack.id().toString());
    }

    private static final Map<String, String> ADDRESSES =
            Map.of("version", "1", "addresses", "Web01.so.vn; chính\n10.1.0.0/16");

    @Test
    void aWrongAddressIsRefusedByItsLine() {
        RegisteredSystem system = kept(SampleSystems.online(10));
        MockHttpServletResponse refused = post(
                "/systems/" + system.id() + "/addresses", Map.of("version", "1", "addresses", "web01\n10.1.2.3/16"));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(text(refused)).contains("Dòng 2").contains("10.1.2.3/16");
    }

    @Test
    void anImportNamesRowAndColumnAndChangesNothingUntilConfirmed() {
        String mark = "Nhập " + UUID.randomUUID().toString().substring(0, 8);
        RegisteredSystem system = kept(SampleSystems.online(10));
        String file = "code;name;operator;owner;hosting;project_start;answer.basic-data-subjects\n"
                + ";" + mark + ";org-so-y-te;org-so-y-te;cloud;05/01/2026;5000\n"
                + system.code() + ";" + mark + " sửa;;;;;\n"
                + ";Hỏng;org-so-tai-chinh;;cloud;31/02/2026;\n"
                + "HT-99999;Lạ;;;;;nhiều\n";
        String job = String.valueOf(mvc.post()
                .multipart()
                .file(new MockMultipartFile("file", "ht.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)))
                .uri("/systems/imports")
                .secure(true)
                .with(as(OWNER_OF_HEALTH))
                .with(csrf())
                .exchange()
                .getResponse()
                .getRedirectedUrl());
        await().until(() -> !text(ofHealth(job)).contains("Đang đọc"));

        String bad = text(ofHealth(job));
        assertThat(bad).contains("project_start").contains("31/02/2026").contains("HT-99999");
        assertThat(now(system).name()).isEqualTo(system.name());

        assertThat(mvc.post()
                        .uri(job + "/apply")
                        .secure(true)
                        .with(as(OWNER_OF_HEALTH))
                        .with(csrf())
                        .exchange()
                        .getResponse()
                        .getStatus())
                .isEqualTo(303);
        await().until(() -> text(ofHealth(job)).contains("Đã áp dụng"));
        assertThat(now(system).name()).isEqualTo(mark + " sửa");
        assertThat(register.list(
                        new SystemQuery(mark, null, Set.of(), Set.of(), Set.of(), false, SystemQuery.Sort.NAME),
                        HEALTH))
                .hasSize(2);
    }

    private static final SignedIn OWNER_OF_HEALTH = new SignedIn(
            0, "test", "Người Thử", Role.OWNER, 0, "org-so-y-te", HEALTH, Role.OWNER.permissions(), "vi", Set.of());

    private MockHttpServletResponse ofHealth(String address) {
        return mvc.get()
                .uri(address)
                .secure(true)
                .with(as(OWNER_OF_HEALTH))
                .exchange()
                .getResponse();
    }

    @Test
    void exportsWhatTheScopeHoldsAndProgramsGetTheSame() throws Exception {
        RegisteredSystem own = kept(SampleSystems.online(10));
        RegisteredSystem foreign = SampleSystems.of(store.nextCode(), "Của sở khác", "org-so-tai-chinh");
        store.add(foreign);

        try (XSSFWorkbook book = new XSSFWorkbook(
                new ByteArrayInputStream(get("/systems/export.xlsx").getContentAsByteArray()))) {
            String sheet = new XSSFExcelExtractor(book).getText();
            assertThat(sheet).contains(own.code()).doesNotContain(foreign.code());
        }
        for (String address : new String[] {"/systems/export.csv", "/systems/export.json", "/api/v1/systems"}) {
            assertThat(text(get(address))).contains(own.code()).doesNotContain(foreign.code());
        }
        assertThat(text(get("/api/v1/systems/" + own.id()))).contains("\"dossier\":{\"phase\":\"none\"");
    }

    @Test
    void theGuidedFormKeepsWhatWasFilledAndRegistersAtTheEnd() {
        String start = String.valueOf(
                post("/systems/drafts", Map.of("name", "Cổng mới")).getRedirectedUrl());
        String draft = start.substring(0, start.lastIndexOf('/'));
        assertThat(post(start, Map.of("go", "next")).getStatus())
                .as("questions left open")
                .isEqualTo(422);
        post(start, Map.of("go", "later", "sc.scope-function", "true"));
        assertThat(text(get("/systems/new"))).contains("Cổng mới");
        assertThat(post(
                                draft + "/card",
                                Map.of(
                                        "go",
                                        "next",
                                        "name",
                                        "Cổng mới",
                                        "operator",
                                        "org-so-y-te",
                                        "owner",
                                        "org-so-y-te",
                                        "hosting",
                                        "own"))
                        .getRedirectedUrl())
                .endsWith("/answers");
        post(draft + "/answers", Map.of("go", "next", "in.administrative-procedures", "true"));
        assertThat(text(get(draft + "/check"))).contains("Cấp độ đề xuất: 3").contains("Điều 13");

        String registered =
                String.valueOf(post("/systems", Map.of("draft", draft.substring(draft.lastIndexOf('/') + 1)))
                        .getRedirectedUrl());
        assertThat(registered).startsWith("/systems/");
        assertThat(get(draft + "/check").getStatus()).isEqualTo(404);
    }

    @Test
    void aSystemOfAnExcludedKindIsNotRegistered() {
        RegisteredSystem system = kept(SystemAnswers.NONE);
        assertThat(post("/systems/" + system.id() + "/answers", Map.of("version", "1", "in.military-or-cipher", "true"))
                        .getStatus())
                .isEqualTo(422);
    }
}
