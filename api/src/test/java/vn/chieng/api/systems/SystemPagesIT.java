package vn.chieng.api.systems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletResponse;
import vn.chieng.api.systems.duties.SystemTask;
import vn.chieng.api.systems.duties.TaskCause;

class SystemPagesIT extends SystemPagesFixture {
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
}
