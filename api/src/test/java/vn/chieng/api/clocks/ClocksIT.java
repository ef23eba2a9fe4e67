package vn.chieng.api.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.chieng.api.ApiServers;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.clocks.file.ClockChange;
import vn.chieng.api.clocks.file.LegalClock;
import vn.chieng.api.clocks.file.Sending;
import vn.chieng.api.incidents.Classification;
import vn.chieng.api.incidents.ClosingBlock;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentRegister;
import vn.chieng.api.incidents.IncidentState;
import vn.chieng.api.incidents.IncidentStore;
import vn.chieng.api.incidents.IncidentWork;
import vn.chieng.api.incidents.Move;
import vn.chieng.api.incidents.Reader;
import vn.chieng.api.incidents.Severity;
import vn.chieng.api.incidents.Signals;
import vn.chieng.api.incidents.WorkOutcome;
import vn.chieng.api.incidents.merging.Merging;
import vn.chieng.event.Level;

/** The clocks of incidents as they go through the desk: started, moved, answered, and what they keep from closing. */
class ClocksIT extends ApiServers {
    private static final SignedIn ANALYST = caller(Role.ANALYST, new Scope.Everything());
    private static final SignedIn LEAD = caller(Role.SOC_LEAD, new Scope.Everything());
    private static final Instant FRIDAY = at("2026-11-20T17:00:00+07:00");
    private static final List<String> QUESTIONS =
            List.of("national-security-sign", "serious-disruption", "dangerous-situation", "personal-data-harm");

    @Autowired
    IncidentStore incidents;

    @Autowired
    IncidentRegister register;

    @Autowired
    IncidentWork work;

    @Autowired
    Merging merging;

    @Autowired
    ClockWork clocks;

    @Autowired
    ClockStore store;

    @Autowired
    ClockWatch watch;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    private final String key = UUID.randomUUID().toString();

    @Test
    void hASeriousIncidentOnFridayEveningIsDueOnSaturdayAndMonday() {
        long id = confirmed("a", Level.HIGH, Map.of());
        detectedAtOn(id, FRIDAY);
        assertThat(due(id))
                .containsEntry("C24", at("2026-11-21T17:00:00+07:00"))
                .containsEntry("C72", at("2026-11-23T17:00:00+07:00"))
                .doesNotContainKeys("C0", "CDL72");
        assertThat(page("/incidents/" + id)).contains("C24", "C72", "Sửa T0").doesNotContain("CDL72");
    }

    @Test
    void iALeakOfBiometricDataStartsTwoFilesToTwoRecipientsAndTheNoticeToSubjects() {
        long id =
                confirmed("a", Level.HIGH, Map.of("personal-data-harm", "true", "location-or-biometric-data", "true"));
        assertThat(due(id)).containsKeys("C72", "CDL72", "CDL72-subjects");
        assertThat(page("/incidents/" + id + "/clocks"))
                .contains("Lực lượng chuyên trách bảo vệ an ninh mạng", "Cơ quan chuyên trách bảo vệ dữ liệu cá nhân")
                .contains("Chủ thể dữ liệu", "T0 dữ liệu cá nhân");
        detectedAtOn(id, FRIDAY);
        LegalClock data = store.find(id, "CDL72").orElseThrow();
        assertThat(data.due()).isAfter(at("2026-11-24T00:00:00+07:00"));
        assertThat(data.warnings().getLast().at()).isEqualTo(at("2026-11-23T17:00:00+07:00"));
    }

    @Test
    void aChangeOfSeverityOrConfirmationStopsAndRestartsClocksInTheLog() {
        long id = confirmed("a", Level.HIGH, Map.of());
        work.severity(id, get(id).version(), Severity.M3, "phạm vi hẹp", LEAD);
        assertThat(state(id, "C24")).isEqualTo(LegalClock.State.STOPPED);
        work.severity(id, get(id).version(), Severity.M2, "lan rộng", LEAD);
        assertThat(state(id, "C24")).isEqualTo(LegalClock.State.RUNNING);
        step(id, IncidentState.VERIFYING, LEAD);
        assertThat(state(id, "C72")).isEqualTo(LegalClock.State.STOPPED);
        assertThat(store.log(id, 50).stream()
                        .filter(line -> line.change().clock().equals("C24"))
                        .map(line -> line.change().kind() + " " + line.reason()))
                .containsExactly("STOPPED ghi chú", "RESTARTED lan rộng", "STOPPED phạm vi hẹp", "STARTED ghi chú");
    }

    @Test
    void aCorrectedT0KeepsTheOldValueAndOnlyWhoMayDecideMovesItLater() {
        long id = confirmed("a", Level.HIGH, Map.of());
        Instant first = get(id).detectedAt();
        detectedAtOn(id, FRIDAY);
        assertThat(clocks.correct(id, ClockDuties.DETECTION, first, FRIDAY, "cũ", LEAD))
                .isInstanceOf(ClockOutcome.Stale.class);
        Instant later = FRIDAY.plusSeconds(3600);
        assertThat(clocks.correct(id, ClockDuties.DETECTION, FRIDAY, later, "nhầm", ANALYST))
                .isInstanceOf(ClockOutcome.Reserved.class);
        assertThat(clocks.correct(id, ClockDuties.DETECTION, FRIDAY, later, "nhầm", LEAD))
                .isInstanceOf(ClockOutcome.Done.class);
        assertThat(store.moments(id).get(ClockDuties.DETECTION).corrections())
                .extracting(each -> each.after() + " " + each.reason() + " " + each.by())
                .containsExactly(FRIDAY + " máy chủ thư thấy trước Người Thử", later + " nhầm Người Thử");
        assertThat(page("/incidents/" + id + "/clocks")).contains("20/11/2026 17:00 → 20/11/2026 18:00");
    }

    @Test
    void anOverdueClockIsWarnedOfOnceAtEachShareEvenIfTheProcessEndsInBetween() {
        long id = confirmed("a", Level.HIGH, Map.of());
        detectedAtOn(id, FRIDAY.minusSeconds(4 * 86_400));
        watch.watch();
        watch.watch();
        assertThat(warned(id))
                .containsOnlyOnce("C24 50 %", "C24 80 %", "C24 100 %", "C72 50 %", "C72 80 %", "C72 100 %");
        assertThat(store.pending(Instant.parse("2030-01-01T00:00:00Z"), 10_000)).doesNotContain(id);
    }

    @Test
    void closingIsBlockedUntilEveryClockHasProofAndEveryDutyIsDecided() {
        long id = confirmed("a", Level.HIGH, Map.of());
        jdbc.sql("update incidents set answers = '{}' where id = ?").param(id).update();
        for (IncidentState next : List.of(
                IncidentState.CONTAINING,
                IncidentState.REMEDIATING,
                IncidentState.RECOVERED,
                IncidentState.AWAITING_REPORT)) {
            step(id, next, ANALYST);
        }
        assertThat(blocks(id))
                .contains("clocks.block.running [C24", "clocks.block.running [C72", "clocks.block.undecided [CDL72");
        answer(id, answers(Map.of()));
        assertThat(clocks.sent(id, List.of("C24"), sending(true), ANALYST)).isInstanceOf(ClockOutcome.Refused.class);
        assertThat(clocks.sent(id, List.of("C24", "CNB"), sending(false), ANALYST))
                .isInstanceOf(ClockOutcome.Done.class);
        assertThat(clocks.sent(id, List.of("C72"), sending(true), ANALYST)).isInstanceOf(ClockOutcome.Done.class);
        assertThat(blocks(id)).singleElement().isEqualTo("clocks.block.closing [C72");
        assertThat(page("/incidents/" + id)).contains("còn nợ báo cáo kết thúc");
        assertThat(clocks.sent(id, List.of("C72"), sending(false), ANALYST)).isInstanceOf(ClockOutcome.Done.class);
        assertThat(work.move(id, closing(id), LEAD)).isInstanceOf(WorkOutcome.Done.class);
    }

    @Test
    void clocksFollowTheSurvivingIncidentFromTheEarliestT0AndComeBackAfterwards() {
        long source = confirmed("a", Level.HIGH, Map.of());
        detectedAtOn(source, FRIDAY);
        long target = confirmed("b", Level.HIGH, Map.of());
        Instant own = store.find(target, "C24").orElseThrow().due();
        merging.merge(source, get(source).version(), target, "cùng một máy", LEAD);
        assertThat(due(target)).containsEntry("C24", at("2026-11-21T17:00:00+07:00"));
        assertThat(store.pending(Instant.parse("2030-01-01T00:00:00Z"), 10_000))
                .contains(target)
                .doesNotContain(source);
        merging.unmerge(source, get(source).version(), "nhầm", LEAD);
        assertThat(due(target)).containsEntry("C24", own);
        assertThat(due(source)).containsEntry("C24", at("2026-11-21T17:00:00+07:00"));
    }

    @Test
    void theListShowsTheNextToBeDueFirstAndNothingOfOthers() {
        long id = confirmed("a", Level.HIGH, Map.of());
        detectedAtOn(id, FRIDAY);
        String number = get(id).number();
        var all = new ClockStore.Query(null, null, 0, 1_000);
        assertThat(store.open(all, new Scope.Everything()))
                .filteredOn(each -> each.clock().state() == LegalClock.State.RUNNING)
                .extracting(each -> each.clock().due())
                .isSorted();
        assertThat(store.open(all, new Scope.Organizations(Set.of("org-" + key))))
                .hasSize(3);
        assertThat(store.open(all, new Scope.Organizations(Set.of("org-other-" + key))))
                .isEmpty();
        assertThat(mvc.get().uri("/clocks").with(as(Role.OWNER, new Scope.Organizations(Set.of("org-" + key)))))
                .hasStatusOk()
                .bodyText()
                .contains(number, "quá hạn", "BM-SC-02");
        assertThat(mvc.get().uri("/api/v1/incidents/" + id + "/clocks").with(as(Role.ANALYST)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.clocks.length()")
                .isEqualTo(3);
    }

    @Test
    void theFormsCorrectAndRecordAndSayWhatIsWrong() {
        long id = confirmed("a", Level.HIGH, Map.of());
        String before = "2026-11-20T17:00";
        detectedAtOn(id, FRIDAY);
        assertThat(post(
                        id,
                        "/moment",
                        Map.of("event", "detection", "before", before, "at", "2026-11-20T16:00", "reason", " ")))
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT.value());
        assertThat(post(
                        id,
                        "/moment",
                        Map.of("event", "detection", "before", before, "at", "2026-11-20T16:00", "reason", "sớm hơn")))
                .isEqualTo(HttpStatus.SEE_OTHER.value());
        Map<String, String> sending = Map.of(
                "clock",
                "C24",
                "at",
                "2026-11-20T18:00",
                "recipient",
                "PA05",
                "channel",
                "Điện thoại",
                "proof",
                "nghe lúc 18:00");
        assertThat(post(id, "/sending", sending)).isEqualTo(HttpStatus.SEE_OTHER.value());
        assertThat(post(id, "/sending", sending)).isEqualTo(HttpStatus.CONFLICT.value());
        assertThat(page("/incidents/" + id)).contains("đã gửi, trước hạn");
    }

    private int post(long id, String path, Map<String, String> fields) {
        var request = mvc.post()
                .uri("/incidents/" + id + "/clocks" + path)
                .with(as(ANALYST))
                .with(csrf());
        fields.forEach(request::param);
        return request.exchange().getResponse().getStatus();
    }

    private List<String> warned(long id) {
        return store.log(id, 100).stream()
                .filter(line -> line.change().kind() == ClockChange.Kind.WARNED)
                .map(line -> line.change().clock() + " " + line.reason())
                .toList();
    }

    private List<String> blocks(long id) {
        return work.move(id, closing(id), LEAD) instanceof WorkOutcome.Blocked(var _, List<ClosingBlock> blocks)
                ? blocks.stream()
                        .map(block -> block.key() + " [" + block.arguments().getFirst())
                        .toList()
                : List.of();
    }

    private Move closing(long id) {
        return new Move(IncidentState.CLOSED, get(id).version(), null, "xong", null, "mật khẩu yếu", null);
    }

    private Sending sending(boolean preliminary) {
        return new Sending(clock.instant(), "a", "PA05", "Điện thoại", null, "nghe máy", preliminary);
    }

    private void detectedAtOn(long id, Instant at) {
        Instant now = store.moments(id).get(ClockDuties.DETECTION).at();
        assertThat(clocks.correct(id, ClockDuties.DETECTION, now, at, "máy chủ thư thấy trước", ANALYST))
                .isInstanceOf(ClockOutcome.Done.class);
    }

    private long confirmed(String name, Level level, Map<String, String> answers) {
        incidents.apply(Signals.signal(key + name, key + name, level, 1, "org-" + key));
        long id = jdbc.sql("select id from incidents where incident_key = ?")
                .param(key + name)
                .query(Long.class)
                .single();
        work.move(id, Move.acknowledge(get(id).version()), ANALYST);
        answer(id, answers(answers));
        work.move(id, new Move(IncidentState.CONFIRMED, get(id).version(), null, "ghi chú", "N2", null, null), ANALYST);
        return id;
    }

    private static Map<String, String> answers(Map<String, String> given) {
        Map<String, String> all = new LinkedHashMap<>();
        QUESTIONS.forEach(question -> all.put(question, "false"));
        all.putAll(given);
        return all;
    }

    private void answer(long id, Map<String, String> answers) {
        Incident incident = get(id);
        var old = incident.classification();
        var next = new Classification(
                old.group(), old.techniques(), old.tlp(), old.pap(), answers, "ND331-2026 1.0", null);
        assertThat(work.classify(id, incident.version(), next, ANALYST)).isInstanceOf(WorkOutcome.Done.class);
    }

    private void step(long id, IncidentState to, SignedIn by) {
        assertThat(work.move(id, Move.to(to, get(id).version()).noting("ghi chú"), by))
                .isInstanceOf(WorkOutcome.Done.class);
    }

    private Map<String, Instant> due(long id) {
        return store.file(id).clocks().stream().collect(Collectors.toMap(LegalClock::id, LegalClock::due));
    }

    private LegalClock.State state(long id, String clock) {
        return store.find(id, clock).orElseThrow().state();
    }

    private Incident get(long id) {
        return register.find(id, Reader.EVERYTHING).orElseThrow();
    }

    private String page(String path) {
        return new String(
                mvc.get().uri(path).with(as(ANALYST)).exchange().getResponse().getContentAsByteArray(),
                StandardCharsets.UTF_8);
    }

    private static Instant at(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
