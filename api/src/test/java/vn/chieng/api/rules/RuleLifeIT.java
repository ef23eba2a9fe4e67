package vn.chieng.api.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.api.ApiServers;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;
import vn.chieng.event.ActiveRule;
import vn.chieng.event.Level;

class RuleLifeIT extends ApiServers {
    private static final SignedIn LEAD = caller(Role.SOC_LEAD, new Scope.Everything());
    private static final String FORTIGATE = "5f3a7d20-8f0e-4c1b-9a51-0d6f4f0b1a42";

    @Autowired
    private RuleEditor editor;

    @Autowired
    private RuleStore store;

    @Autowired
    private ExpiredFilters expired;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JsonMapper json;

    @Autowired
    private Clock clock;

    @Autowired
    private MockMvcTester mvc;

    private final UUID id = UUID.randomUUID();
    private final String rule = id.toString();

    @Test
    void whatIsEnabledReachesTheEnginesAndWhatIsDisabledLeavesThem() {
        editor.add(SampleRules.rule(id, "Own rule", "login"), LEAD);
        assertThat(published()).as("never ran").isNull();
        long began = System.nanoTime();
        assertThat(editor.enable(rule, 1, true, LEAD)).isInstanceOf(RuleOutcome.Done.class);
        await().until(() -> published() != null);
        assertThat((System.nanoTime() - began) / 1_000_000_000).isLessThan(2);
        ActiveRule running = json.readValue(published(), ActiveRule.class);
        assertThat(running.version()).isEqualTo(2);
        assertThat(running.text()).contains("title: Own rule");
        editor.enable(rule, 2, false, LEAD);
        await().until(() -> published() == null);
    }

    @Test
    void aChangeThatRollsBackIsNeitherKeptNorPublished() {
        editor.add(SampleRules.rule(id, "Own rule", "login"), LEAD);
        transactions.executeWithoutResult(transaction -> {
            editor.enable(rule, 1, true, LEAD);
            transaction.setRollbackOnly();
        });
        assertThat(store.find(rule).orElseThrow().enabled()).isFalse();
        editor.override(rule, 1, Level.HIGH, "to have something behind it", LEAD);
        await().until(() -> waiting() == 0);
        assertThat(published()).isNull();
    }

    @Test
    void tuningIsPublishedAsFilterAndLevelAndExpires() {
        editor.add(SampleRules.rule(id, "Own rule", "login"), LEAD);
        editor.enable(rule, 1, true, LEAD);
        editor.override(rule, 2, Level.CRITICAL, "matters here", LEAD);
        var filter = new RuleFilter(
                0,
                rule,
                List.of(new FilterCondition("user.name", "startswith", List.of("scan'ner", "backup"))),
                null,
                "known scanner",
                LocalDate.of(2020, 1, 1),
                "Người Thử",
                clock.instant());
        assertThat(editor.except(filter, 3, LEAD)).isInstanceOf(RuleOutcome.Done.class);
        await().until(() -> published() != null && running().filters().size() == 1);
        assertThat(running().level()).isEqualTo(Level.CRITICAL);
        assertThat(running().filters().getFirst())
                .contains("'user.name|startswith':", "- 'scan''ner'", "condition: not selection");
        expired.end();
        await().until(() -> running().filters().isEmpty());
        assertThat(store.versions(rule))
                .extracting(RuleVersion::change)
                .containsExactly(
                        RuleChange.FILTER_EXPIRED,
                        RuleChange.FILTER_ADDED,
                        RuleChange.SEVERITY,
                        RuleChange.ENABLED,
                        RuleChange.ADDED);
    }

    @Test
    void anExceptionThatCannotBeCompiledIsRefusedWithItsReason() {
        editor.add(SampleRules.rule(id, "Own rule", "login"), LEAD);
        var filter = new RuleFilter(
                0,
                rule,
                List.of(new FilterCondition("source.ip", "cidr", List.of("not a network"))),
                null,
                "x",
                null,
                "Người Thử",
                clock.instant());
        assertThat(editor.except(filter, 1, LEAD)).isInstanceOfSatisfying(RuleOutcome.Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(RuleOutcome.Reason.UNSOUND);
            assertThat(refused.issues()).isNotEmpty();
        });
        assertThat(store.find(rule).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void anExceptionWrittenInSigmaRunsAsWrittenAndItsMistakesAreNamedByTheirPlaceInIt() {
        editor.add(SampleRules.rule(id, "Own rule", "login"), LEAD);
        editor.enable(rule, 1, true, LEAD);
        String address = "/rules/" + rule + "/filters";
        String[] form = {"version", "2", "reason", "máy quét", "expires", "31/12/2099", "text"};
        assertThat(post(address, with(form, "scanner:\n  user.name|nonsense: x\ncondition: not scaner")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains(">2:3<", "unknown modifier nonsense", ">3:16<", "there is no search named scaner");
        assertThat(post(address, with(form, "scanner:\n  user.name: x\ncondition: scanner")))
                .as("a filter that excludes nothing would keep only what it names")
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(post(address, with(form, "scanner:\r\n  user.name|startswith: scan\r\ncondition: not scanner")))
                .hasStatus3xxRedirection();
        await().until(() -> published() != null && running().filters().size() == 1);
        assertThat(running().filters().getFirst()).contains("    user.name|startswith: scan", "condition: not scanner");
        assertThat(get("/rules/" + rule)).bodyText().contains("user.name|startswith: scan", "31/12/2099", "máy quét");
    }

    private static String[] with(String[] form, String text) {
        return Stream.concat(Stream.of(form), Stream.of(text)).toArray(String[]::new);
    }

    @Test
    void whoeverIsLateChangesNothing() {
        editor.add(SampleRules.rule(id, "Own rule", "login"), LEAD);
        editor.enable(rule, 1, true, LEAD);
        assertThat(editor.enable(rule, 1, false, LEAD)).isInstanceOf(RuleOutcome.Stale.class);
        assertThat(post("/rules/" + rule + "/enable", "version", "1", "on", "false"))
                .hasStatus(HttpStatus.CONFLICT);
        assertThat(store.find(rule).orElseThrow().enabled()).isTrue();
    }

    @Test
    void aDraftWithErrorsComesBackWholeWithTheirPlaces() {
        String draft = SampleRules.rule(id, "Draft", "login").replace("condition: selection", "condition: nothing and");
        MvcTestResult answer = post("/rules/new", "text", draft);
        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(answer).bodyText().contains("condition: nothing and").containsPattern(">9:[0-9]+<");
        assertThat(store.find(rule)).isEmpty();
    }

    @Test
    void onlyOwnRulesAreEditedAndACopyHasAnIdOfItsOwn() {
        assertThat(get("/rules/" + FORTIGATE + "/edit")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/rules/new?from=" + FORTIGATE)).hasStatusOk().bodyText().doesNotContain("id: " + FORTIGATE);
        editor.add(SampleRules.rule(id, "Own rule", "login"), LEAD);
        String changed = SampleRules.rule(id, "Own rule", "logout");
        assertThat(post("/rules/" + rule + "/edit", "version", "1", "text", changed))
                .hasStatus3xxRedirection();
        assertThat(get("/rules/" + rule + "/diff?from=1&to=2"))
                .bodyText()
                .contains("event.action: login", "event.action: logout");
        assertThat(jdbc.sql("select count(*) from audit_entries where object_type = 'rule' and object_id = ?")
                        .param(rule)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void versionsAreOnlyAdded() {
        editor.add(SampleRules.rule(id, "Own rule", "login"), LEAD);
        assertThatThrownBy(() -> jdbc.sql("update rule_versions set reason = 'x' where rule_id = ?")
                        .param(rule)
                        .update())
                .hasMessageContaining("only added");
    }

    @Test
    void shippedRulesAreThereEnabledWithGuidanceInTheReadersLanguage() {
        assertThat(get("/rules/" + FORTIGATE))
                .hasStatusOk()
                .bodyText()
                .contains("Phiên jsconsole trên FortiGate", "T1190", "Đóng giao diện quản trị với Internet");
        assertThat(get("/rules?q=phien&level=high&enabled=yes&kind=shipped&attack=t1190"))
                .bodyText()
                .contains(FORTIGATE);
        assertThat(get("/rules?q=jsconsole&level=low")).bodyText().doesNotContain(FORTIGATE);
        assertThat(get("/rules/export.csv?q=jsconsole")).hasStatusOk();
        assertThat(get("/api/v1/rules?q=jsconsole")).bodyText().contains(FORTIGATE, "\"total\":1");
    }

    @Test
    void severalAreSwitchedAtOnceWithAnOutcomeForEach() {
        editor.add(SampleRules.rule(id, "Own rule", "login"), LEAD);
        MvcTestResult answer = post("/rules/bulk", "id", rule, "id", "no-such-rule", "act", "enable");
        assertThat(answer).hasStatus3xxRedirection();
        assertThat(answer.getMvcResult().getFlashMap().get("outcomes").toString())
                .contains("outcome=enabled", "outcome=unknown");
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(address).secure(true).with(as(LEAD)).exchange();
    }

    private MvcTestResult post(String address, String... parameters) {
        var request = mvc.post().uri(address).secure(true).with(as(LEAD)).with(csrf());
        for (int i = 0; i < parameters.length; i += 2) {
            request = request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }

    private long waiting() {
        return jdbc.sql("select count(*) from outbox").query(Long.class).single();
    }

    private ActiveRule running() {
        return json.readValue(Objects.requireNonNull(published()), ActiveRule.class);
    }

    /** The latest record under this rule's id; null where there is none, or a tombstone. */
    private @Nullable String published() {
        String[] latest = {null};
        var settings = Map.<String, Object>of("bootstrap.servers", kafka(), "max.poll.records", 10_000);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partition = new TopicPartition(TOPICS.rules(), 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    if (record.key().equals(rule)) {
                        latest[0] = record.value();
                    }
                });
            }
        }
        return latest[0];
    }
}
