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
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
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
import vn.chieng.api.incidents.Reader;
import vn.chieng.api.incidents.Signals;
import vn.chieng.api.incidents.merging.Merging;
import vn.chieng.api.incidents.work.IncidentWork;
import vn.chieng.api.incidents.work.Move;
import vn.chieng.api.incidents.work.WorkOutcome;
import vn.chieng.event.Level;

/** A desk with incidents whose clocks run, and the steps that tests take at it. */
abstract class ClockDesk extends ApiServers {
    static final SignedIn ANALYST = caller(Role.ANALYST, new Scope.Everything());
    static final SignedIn LEAD = caller(Role.SOC_LEAD, new Scope.Everything());
    static final Instant FRIDAY = at("2026-11-20T17:00:00+07:00");
    static final List<String> QUESTIONS =
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

    final String key = UUID.randomUUID().toString();

    int post(long id, String path, Map<String, String> fields) {
        var request = mvc.post()
                .uri("/incidents/" + id + "/clocks" + path)
                .with(as(ANALYST))
                .with(csrf());
        fields.forEach(request::param);
        return request.exchange().getResponse().getStatus();
    }

    List<String> warned(long id) {
        return store.log(id, 100).stream()
                .filter(line -> line.change().kind() == ClockChange.Kind.WARNED)
                .map(line -> line.change().clock() + " " + line.reason())
                .toList();
    }

    List<String> blocks(long id) {
        return work.move(id, closing(id), LEAD) instanceof WorkOutcome.Blocked(var _, List<ClosingBlock> blocks)
                ? blocks.stream()
                        .map(block -> block.key() + " [" + block.arguments().getFirst())
                        .toList()
                : List.of();
    }

    Move closing(long id) {
        return new Move(IncidentState.CLOSED, get(id).version(), null, "xong", null, "mật khẩu yếu", null);
    }

    Sending sending(boolean preliminary) {
        return new Sending(clock.instant(), "a", "PA05", "Điện thoại", null, "nghe máy", preliminary);
    }

    void detectedAtOn(long id, Instant at) {
        Instant now = store.moments(id).get(ClockDuties.DETECTION).at();
        assertThat(clocks.correct(id, ClockDuties.DETECTION, now, at, "máy chủ thư thấy trước", ANALYST))
                .isInstanceOf(ClockOutcome.Done.class);
    }

    long confirmed(String name, Level level, Map<String, String> answers) {
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

    static Map<String, String> answers(Map<String, String> given) {
        Map<String, String> all = new LinkedHashMap<>();
        QUESTIONS.forEach(question -> all.put(question, "false"));
        all.putAll(given);
        return all;
    }

    void answer(long id, Map<String, String> answers) {
        Incident incident = get(id);
        var old = incident.classification();
        var next = new Classification(
                old.group(), old.techniques(), old.tlp(), old.pap(), answers, "ND331-2026 1.0", null);
        assertThat(work.classify(id, incident.version(), next, ANALYST)).isInstanceOf(WorkOutcome.Done.class);
    }

    void step(long id, IncidentState to, SignedIn by) {
        assertThat(work.move(id, Move.to(to, get(id).version()).noting("ghi chú"), by))
                .isInstanceOf(WorkOutcome.Done.class);
    }

    Map<String, Instant> due(long id) {
        return store.file(id).clocks().stream().collect(Collectors.toMap(LegalClock::id, LegalClock::due));
    }

    LegalClock.State state(long id, String clock) {
        return store.find(id, clock).orElseThrow().state();
    }

    Incident get(long id) {
        return register.find(id, Reader.EVERYTHING).orElseThrow();
    }

    String page(String path) {
        return new String(
                mvc.get().uri(path).with(as(ANALYST)).exchange().getResponse().getContentAsByteArray(),
                StandardCharsets.UTF_8);
    }

    static Instant at(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
