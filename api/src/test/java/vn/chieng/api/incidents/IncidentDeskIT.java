package vn.chieng.api.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.incidents.observables.ObservableOutcome;
import vn.chieng.api.incidents.observables.ObservableStore;
import vn.chieng.api.incidents.observables.ObservableType;
import vn.chieng.api.incidents.observables.Sighted;
import vn.chieng.api.incidents.related.Related;
import vn.chieng.api.incidents.tasks.TaskDraft;
import vn.chieng.api.incidents.work.Move;
import vn.chieng.api.incidents.work.WorkOutcome;
import vn.chieng.event.Evidence;
import vn.chieng.event.Level;
import vn.chieng.event.Signal;

/** The desk over PostgreSQL: the procedure, what people add, the pages. */
class IncidentDeskIT extends DeskServers {
    @Test
    void aFieldOfAMegabyteNeitherLosesTheSignalNorFillsTheIndex() {
        String huge = "x".repeat(1_000_000);
        Signal whole = Signals.signal(key + "a", key, Level.HIGH, 1, "org-1");
        Evidence line = whole.evidence().getFirst();
        var evidence = new Evidence(
                line.eventId(),
                line.index(),
                line.timestamp(),
                line.created(),
                line.organizationId(),
                line.sourceId(),
                line.dataset(),
                huge,
                UUID.randomUUID() + huge,
                huge,
                null,
                huge,
                false);
        store.apply(new Signal(
                whole.id(),
                huge + key,
                whole.rule(),
                new vn.chieng.event.Entity(vn.chieng.event.Entity.Kind.USER, "org-1/" + huge),
                whole.windowAnchor(),
                whole.firstSeen(),
                whole.lastSeen(),
                1,
                List.of(),
                List.of(evidence)));
        long id = jdbc.sql("select incident_id from incident_signals where signal_id = ?")
                .param(whole.id())
                .query(Long.class)
                .single();
        EvidenceLine kept = store.evidence(id, Reader.EVERYTHING, 0, 1).getFirst();
        assertThat(kept.original()).hasSize(Evidence.MAX_ORIGINAL);
        assertThat(kept.truncated()).isTrue();
        MvcTestResult page = get("/incidents/" + id + "/observables");
        assertThat(page).hasStatusOk();
        assertThat(page.getResponse().getContentAsByteArray().length).isLessThan(100_000);
    }

    @Test
    void anUndoneAcknowledgementLeavesNoTraceInTheStagesAndAStaleOneIsRefused() {
        Incident fresh = opened("a", Level.HIGH, 1, "org-1");
        work.move(fresh.id(), Move.acknowledge(fresh.version()), ANALYST);
        assertThat(register.stages(fresh.id())).containsKey(IncidentState.VERIFYING);
        assertThat(work.undo(fresh.id(), fresh.version(), ANALYST)).isInstanceOf(WorkOutcome.Stale.class);
        assertThat(work.undo(fresh.id(), fresh.version() + 1, ANALYST)).isInstanceOf(WorkOutcome.Done.class);
        assertThat(get(fresh.id()).state()).isEqualTo(IncidentState.NEW);
        assertThat(get(fresh.id()).assigneeName()).isNull();
        assertThat(register.stages(fresh.id())).containsOnlyKeys(IncidentState.NEW);
    }

    @Test
    void theWholeProcedureIsWalkedAndOnlyWhoMayDecideClosesWithACause() {
        Incident incident = opened("a", Level.HIGH, 1, "org-1");
        step(incident, Move.acknowledge(incident.version()), ANALYST);
        assertThat(work.move(incident.id(), move(incident, IncidentState.CONFIRMED, null, "N99"), ANALYST))
                .isInstanceOf(WorkOutcome.Refused.class);
        step(incident, move(incident, IncidentState.CONFIRMED, null, "N2"), ANALYST);
        for (IncidentState next : List.of(
                IncidentState.CONTAINING,
                IncidentState.REMEDIATING,
                IncidentState.RECOVERED,
                IncidentState.AWAITING_REPORT)) {
            step(incident, move(incident, next, null, null), ANALYST);
        }
        assertThat(work.move(incident.id(), move(incident, IncidentState.CLOSED, "mật khẩu yếu", null), ANALYST))
                .isInstanceOf(WorkOutcome.Reserved.class);
        assertThat(work.move(incident.id(), move(incident, IncidentState.CLOSED, null, null), LEAD))
                .isInstanceOf(WorkOutcome.Incomplete.class);
        assertThat(work.move(incident.id(), move(incident, IncidentState.CLOSED, "mật khẩu yếu", null), LEAD))
                .isInstanceOf(WorkOutcome.Blocked.class);
        reported(incident.id());
        step(incident, move(incident, IncidentState.CLOSED, "mật khẩu yếu", null), LEAD);
        assertThat(register.stages(incident.id())).hasSize(8);
    }

    @Test
    void answersToTheLawPackRaiseTheSeverityAndNothingLowersItUnasked() {
        Incident incident = opened("a", Level.MEDIUM, 1, "org-1");
        work.classify(incident.id(), incident.version(), answering("true"), ANALYST);
        assertThat(get(incident.id()).severity()).isEqualTo(Severity.M2);
        work.classify(incident.id(), get(incident.id()).version(), answering("false"), ANALYST);
        assertThat(get(incident.id()).severity()).isEqualTo(Severity.M2);
        assertThat(work.severity(incident.id(), get(incident.id()).version(), Severity.M4, "nhẹ", ANALYST))
                .isInstanceOf(WorkOutcome.Reserved.class);
        assertThat(work.severity(incident.id(), get(incident.id()).version(), Severity.M4, "nhẹ", LEAD))
                .isInstanceOf(WorkOutcome.Done.class);
        store.apply(Signals.signal(key + "a9", key + "a", Level.CRITICAL, 1, "org-1"));
        assertThat(get(incident.id()).severity())
                .as("a stronger rule makes it graver again")
                .isEqualTo(Severity.M1);
    }

    @Test
    void observablesAreTypedDefangedSeenElsewhereAndRelateIncidents() {
        Incident one = opened("a", Level.HIGH, 2, "org-1");
        Incident other = opened("b", Level.LOW, 1, "org-2");
        String host = "c2-" + key + ".example";
        for (Incident each : List.of(one, other)) {
            observables.add(each.id(), draft("hxxps://" + host.replace(".", "[.]") + "/x"), ANALYST);
        }
        Sighted sighted = observables.sighted(one.id(), Reader.EVERYTHING).getFirst();
        assertThat(sighted.type()).isEqualTo(ObservableType.URL);
        assertThat(sighted.value()).isEqualTo("https://" + host + "/x");
        assertThat(sighted.defanged()).isEqualTo("hxxps://c2-" + key + "[.]example/x");
        assertThat(sighted.incidents()).isEqualTo(1);
        assertThat(related.of(one, Reader.EVERYTHING, 10).getFirst().incident().id())
                .isEqualTo(other.id());
        assertThat(related.of(one, Reader.EVERYTHING, 10).getFirst().reasons())
                .contains(new Related.Reason(Related.Kind.OBSERVABLE, "https://" + host + "/x"));
        Reader foreign = new Reader(new Scope.Organizations(Set.of("org-1")), true);
        assertThat(observables.sighted(one.id(), foreign).getFirst().incidents())
                .isZero();
        assertThat(related.of(one, foreign, 10))
                .noneMatch(each -> each.incident().id() == other.id());
        assertThat(observables.add(one.id(), typed(ObservableType.IPV4_ADDR, "300.1.1.1"), ANALYST))
                .isInstanceOf(ObservableOutcome.NoValue.class);
    }

    @Test
    void everyTabOfAnIncidentIsShownToAnalystAndContact() {
        Incident incident = opened("a", Level.HIGH, 2, "org-1");
        tasks.add(incident.id(), new TaskDraft("<script>alert(2)</script>", null, Instant.EPOCH), ANALYST);
        observables.add(incident.id(), draft("evil.example"), ANALYST);
        store.comment(incident.id(), "<script>alert(1)</script>\u202E @khong-co", ANALYST);
        for (String tab :
                List.of("", "/classification", "/evidence", "/observables", "/tasks", "/related", "/history")) {
            for (Role role : List.of(Role.ANALYST, Role.CONTACT, Role.SOC_LEAD)) {
                MvcTestResult page = mvc.get()
                        .uri("/incidents/" + incident.id() + tab + "?lang=en")
                        .secure(true)
                        .with(as(role))
                        .exchange();
                assertThat(page)
                        .as(tab + " as " + role)
                        .hasStatusOk()
                        .bodyText()
                        .doesNotContain("<script>alert")
                        .doesNotContain("\u202E");
            }
        }
        assertThat(get("/incidents/" + incident.id())).bodyText().contains("&lt;script&gt;alert(1)");
    }

    @Test
    void anIncompleteMoveShowsWhatIsMissingAndKeepsWhatWasTyped() {
        Incident incident = opened("a", Level.HIGH, 1, "org-1");
        work.move(incident.id(), Move.acknowledge(incident.version()), ANALYST);
        MvcTestResult page = mvc.post()
                .uri("/incidents/" + incident.id() + "/move")
                .secure(true)
                .with(as(Role.ANALYST))
                .with(csrf())
                .param("version", String.valueOf(incident.version() + 1))
                .param("to", "CONFIRMED")
                .param("note", "máy chủ bị chiếm quyền")
                .exchange();
        assertThat(page)
                .hasStatus(422)
                .bodyText()
                .contains("máy chủ bị chiếm quyền")
                .contains("Chọn nhóm sự cố");
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(address).secure(true).with(as(Role.ANALYST)).exchange();
    }

    private void step(Incident incident, Move move, SignedIn by) {
        assertThat(work.move(incident.id(), move, by)).as(move.to().code()).isInstanceOf(WorkOutcome.Done.class);
    }

    private Move move(
            Incident incident,
            IncidentState to,
            @org.jspecify.annotations.Nullable String cause,
            @org.jspecify.annotations.Nullable String group) {
        return new Move(to, get(incident.id()).version(), null, "đã làm", group, cause, null);
    }

    private static Classification answering(String answer) {
        return new Classification(
                "N2", List.of("T1110"), Tlp.AMBER, Pap.AMBER, Map.of("control-lost", answer), null, null);
    }

    private static ObservableStore.Draft typed(ObservableType type, String value) {
        return new ObservableStore.Draft(type, value, Tlp.AMBER, true, null);
    }
}
