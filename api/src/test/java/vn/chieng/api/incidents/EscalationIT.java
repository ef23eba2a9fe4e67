package vn.chieng.api.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.identity.Account;
import vn.chieng.api.identity.AccountKind;
import vn.chieng.api.identity.AccountStore;
import vn.chieng.api.incidents.bulk.BulkResult;
import vn.chieng.api.incidents.work.Escalations;
import vn.chieng.api.incidents.work.Move;
import vn.chieng.api.incidents.work.WorkOutcome;
import vn.chieng.event.Level;

/** Whoever is on duty asks those who may decide, and these answer. */
class EscalationIT extends DeskServers {
    private static final String WHY = "Máy chủ dùng chung, cần <b>quyết định</b> ngắt mạng";

    @Autowired
    private Escalations escalations;

    @Autowired
    private AccountStore accounts;

    private SignedIn colleague = ANALYST;

    @BeforeEach
    void colleague() {
        String name = "dong-nghiep-" + key;
        long account = accounts.add(
                        new Account.Draft(
                                name, "Đồng Nghiệp", AccountKind.BUSINESS, null, null, "org-tinh-gia-lai", "vi", false),
                        clock.instant())
                .orElseThrow()
                .id();
        colleague = new SignedIn(
                account, name, "Đồng Nghiệp", Role.ANALYST, 0, null, ALL, Role.ANALYST.permissions(), "vi", Set.of());
    }

    @Test
    void thoseWhoMayDecideSeeItInTheQueueAndOnThePageAndAreTold() {
        Incident incident = opened("a", Level.HIGH, 2, "org-1");
        assertThat(page(Role.ANALYST, "/escalation", incident, WHY)).hasStatus3xxRedirection();
        Incident escalated = get(incident.id());
        assertThat(escalated.state()).isEqualTo(IncidentState.NEW);
        assertThat(escalated.assigneeId()).isNull();
        assertThat(get("/incidents?q=escalated:yes number:" + incident.number(), Role.SOC_LEAD))
                .bodyText()
                .contains(incident.number(), "▲ Chờ cấp trên");
        assertThat(get("/incidents?q=chuyencap:no number:" + incident.number(), Role.SOC_LEAD))
                .bodyText()
                .doesNotContain("data-row-id=\"" + incident.id());
        assertThat(get("/incidents/" + incident.id(), Role.SOC_LEAD))
                .bodyText()
                .contains(
                        "&lt;b&gt;quyết định&lt;/b&gt;", ANALYST.displayName() + " đã chuyển cấp trên", "Gửi trả lời");
        assertThat(get("/incidents/" + incident.id() + "/quick", Role.ANALYST))
                .bodyText()
                .contains("▲ Chờ cấp trên")
                .doesNotContain("#escalate");
        assertThat(jdbc.sql("select count(*) from notices where kind = 'INCIDENT_ESCALATED' and path = ?")
                        .param("/incidents/" + incident.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theAnswerEndsItAndStaysInTheTimeline() {
        Incident incident = escalated("a");
        assertThat(page(Role.ANALYST, "/escalation/answer", incident, "ngắt đi"))
                .hasStatus(409);
        assertThat(page(Role.SOC_LEAD, "/escalation/answer", incident, "Đồng ý ngắt mạng"))
                .hasStatus3xxRedirection();
        assertThat(get(incident.id()).escalation()).isNull();
        assertThat(get("/incidents/" + incident.id(), Role.ANALYST))
                .bodyText()
                .contains("Cấp trên trả lời", "Đồng ý ngắt mạng", WHY.substring(0, 20));
        assertThat(page(Role.SOC_LEAD, "/escalation/answer", get(incident.id()), "lần nữa"))
                .hasStatus(422)
                .bodyText()
                .contains("không chờ cấp trên");
    }

    @Test
    void itIsTakenBackWithinSecondsByWhoeverAskedAndNothingElseIs() {
        Incident incident = opened("a", Level.HIGH, 2, "org-1");
        work.move(incident.id(), Move.acknowledge(incident.version()), colleague);
        Incident taken = get(incident.id());
        escalations.escalate(taken.id(), taken.version(), WHY, colleague);
        Incident asked = get(incident.id());
        assertThat(work.undo(asked.id(), asked.version(), colleague)).isInstanceOf(WorkOutcome.Done.class);
        Incident back = get(incident.id());
        assertThat(back.escalation()).isNull();
        assertThat(back.state()).isEqualTo(IncidentState.VERIFYING);
        assertThat(back.assigneeName()).isEqualTo(colleague.displayName());
    }

    @Test
    void takingBackSomethingElseLeavesItOpen() {
        Incident incident = escalated("a");
        work.move(incident.id(), Move.acknowledge(incident.version()), colleague);
        Incident taken = get(incident.id());
        work.undo(taken.id(), taken.version(), colleague);
        assertThat(get(incident.id()).escalation()).isNotNull();
    }

    @Test
    void whatIsAnothersMayBeEscalatedButNotTwiceAndNotWhenStale() {
        Incident incident = opened("a", Level.HIGH, 2, "org-1");
        work.move(incident.id(), Move.acknowledge(incident.version()), colleague);
        assertThat(escalations.escalate(incident.id(), incident.version(), WHY, ANALYST))
                .isInstanceOf(WorkOutcome.Stale.class);
        int version = get(incident.id()).version();
        assertThat(escalations.escalate(incident.id(), version, WHY, ANALYST)).isInstanceOf(WorkOutcome.Done.class);
        assertThat(escalations.escalate(incident.id(), version + 1, WHY, ANALYST))
                .isInstanceOfSatisfying(
                        WorkOutcome.Refused.class,
                        refused -> assertThat(refused.field()).isEqualTo("escalated"));
    }

    @Test
    void itEndsWithTheIncidentAndIsKeptWhileThatIsMerged() {
        Incident source = escalated("a");
        Incident target = opened("b", Level.HIGH, 2, "org-1");
        merging.merge(source.id(), source.version(), target.id(), "một việc", LEAD);
        assertThat(Objects.requireNonNull(get(source.id()).escalation()).reason())
                .isEqualTo(WHY);
        Incident other = escalated("c");
        work.move(other.id(), Move.dismiss(other.version(), CloseReason.FALSE_POSITIVE, "quét định kỳ"), LEAD);
        assertThat(get(other.id()).escalation()).isNull();
        assertThat(escalations.escalate(other.id(), get(other.id()).version(), WHY, LEAD))
                .isInstanceOf(WorkOutcome.WrongState.class);
    }

    @Test
    void severalAreEscalatedForOneReasonWithAnOutcomeForEach() {
        Incident open = opened("a", Level.HIGH, 2, "org-1");
        Incident already = escalated("b");
        String chosen = "act=escalate&confirm=&id=" + open.id() + "&id=" + already.id();
        assertThat(form("/incidents/bulk", "act=escalate&id=" + open.id()))
                .hasStatusOk()
                .bodyText()
                .contains("<textarea", "name=\"note\"", open.number());
        assertThat(form("/incidents/bulk", chosen)).hasStatus(422).bodyText().contains("Cần cấp trên xem xét điều gì");
        MvcTestResult done = form("/incidents/bulk", chosen + "&note=" + "nghi lan rộng");
        assertThat(done.getMvcResult().getFlashMap().get("result")).isInstanceOfSatisfying(BulkResult.class, result -> {
            assertThat(result.done()).isEqualTo(1);
            assertThat(result.skipped()).isEqualTo(1);
            assertThat(result.undo()).hasSize(1);
        });
    }

    @Test
    void scriptsAskAndAreToldWhatIsMissing() {
        Incident incident = opened("a", Level.HIGH, 2, "org-1");
        String path = "/api/v1/incidents/" + incident.id() + "/escalation";
        assertThat(json(path, "{\"version\":1}")).hasStatus(400).bodyText().contains("note");
        assertThat(json(path, "{\"version\":1,\"note\":\"cần quyết định\"}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.escalation.reason")
                .isEqualTo("cần quyết định");
        assertThat(json(path + "/answer", "{\"version\":2,\"note\":\"đã rõ\"}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.escalation")
                .isNull();
    }

    private Incident escalated(String name) {
        Incident incident = opened(name, Level.HIGH, 2, "org-1");
        assertThat(escalations.escalate(incident.id(), incident.version(), WHY, colleague))
                .isInstanceOf(WorkOutcome.Done.class);
        Incident escalated = get(incident.id());
        assertThat(Objects.requireNonNull(escalated.escalation()).at())
                .isBetween(clock.instant().minus(Duration.ofMinutes(1)), clock.instant());
        return escalated;
    }

    private MvcTestResult page(Role role, String path, Incident incident, String note) {
        return mvc.post()
                .uri("/incidents/" + incident.id() + path)
                .secure(true)
                .with(as(role))
                .with(csrf())
                .param("version", String.valueOf(incident.version()))
                .param("note", note)
                .exchange();
    }

    private MvcTestResult form(String path, String form) {
        return mvc.post()
                .uri(path)
                .secure(true)
                .with(as(Role.ANALYST))
                .with(csrf())
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .content(form)
                .exchange();
    }

    private MvcTestResult json(String path, String body) {
        return mvc.post()
                .uri(path)
                .secure(true)
                .with(as(Role.SOC_LEAD))
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult get(String path, Role role) {
        return mvc.get().uri(path).secure(true).with(as(role)).exchange();
    }
}
