package vn.chieng.api.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.chieng.api.access.Role;
import vn.chieng.api.incidents.tasks.TaskDraft;
import vn.chieng.api.incidents.work.Move;
import vn.chieng.event.Level;

/** What the pages of an incident say of who did what, and what the quick view tells. */
class IncidentPagesIT extends DeskServers {

    @Test
    void theLogNamesTheRoleSomebodyActedInAndSpeaksInWords() {
        Incident incident = opened("a", Level.HIGH, 2, "org-1");
        work.move(incident.id(), Move.acknowledge(incident.version()), LEAD);
        assertThat(get("/incidents/" + incident.id() + "/history"))
                .hasStatusOk()
                .bodyText()
                .contains("Trưởng ca SOC", "Mới tiếp nhận", "Đang xác minh")
                .doesNotContain("<span>new</span>", "verifying");
    }

    @Test
    void theLogIsAFileWithRolesZonesAndTheSharingLabelAndItsTakingIsAudited() {
        Incident incident = opened("a", Level.HIGH, 2, "org-1");
        work.move(incident.id(), Move.acknowledge(incident.version()), ANALYST);
        store.comment(incident.id(), "=1+1", ANALYST);
        assertThat(get("/incidents/" + incident.id() + "/history.csv?separator=comma"))
                .hasStatusOk()
                .bodyText()
                .contains("Trực SOC", "Mới tiếp nhận,Đang xác minh", "+07:00", "'=1+1", "TLP:AMBER");
        assertThat(jdbc.sql(
                                "select count(*) from audit_entries where action = 'incident.history-exported' and object_id = ?")
                        .param(Long.toString(incident.id()))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whatPeopleKnowStandsInTheTimelineAtTheTimeItHappened() {
        Incident incident = opened("a", Level.HIGH, 2, "org-1");
        store.comment(incident.id(), "ghi chú sau cùng", ANALYST);
        assertThat(event(incident, "2020-03-04T05:06", "mất điện <b>toàn trụ sở</b>"))
                .hasStatus3xxRedirection();
        assertThat(get("/incidents/" + incident.id()))
                .bodyText()
                .containsSubsequence("ghi chú sau cùng", "04/03/2020 05:06", "mất điện &lt;b&gt;");
        assertThat(get("/incidents/" + incident.id() + "?show=note")).bodyText().contains("04/03/2020 05:06");
    }

    @Test
    void anEventOfTheFutureOrWithoutWordsIsRefusedAndKeepsWhatWasTyped() {
        Incident incident = opened("a", Level.HIGH, 2, "org-1");
        assertThat(event(incident, "2999-01-01T00:00", "điều chưa xảy ra"))
                .hasStatus(422)
                .bodyText()
                .contains("điều chưa xảy ra", "ở tương lai");
        assertThat(event(incident, "2020-03-04T05:06", " ")).hasStatus(422);
        assertThat(event(incident, "hôm qua", "x")).hasStatus(422);
    }

    @Test
    void theMergeFormCountsWhatTheOtherIncidentWillAlsoShow() {
        Incident incident = opened("a", Level.HIGH, 2, "org-1");
        tasks.add(incident.id(), new TaskDraft("gọi đầu mối", null, null), ANALYST);
        String address = "/incidents/" + incident.id();
        assertThat(get(address + "/related"))
                .hasStatusOk()
                .bodyText()
                .containsSubsequence(
                        "Sự cố nhận sẽ hiện thêm",
                        address + "/evidence",
                        ">2</span>",
                        address + "/observables",
                        address + "/tasks",
                        ">1</span>",
                        "Tín hiệu của riêng sự cố này",
                        ">1</span>",
                        "name=\"into\"");
    }

    @Test
    void whoIsOvertakenReadsWhoDidWhatAndWhen() {
        Incident incident = opened("a", Level.HIGH, 2, "org-1");
        work.move(incident.id(), Move.acknowledge(incident.version()), LEAD);
        MvcTestResult page = mvc.post()
                .uri("/incidents/" + incident.id() + "/acknowledge")
                .secure(true)
                .with(as(Role.ANALYST))
                .with(csrf())
                .param("version", String.valueOf(incident.version()))
                .exchange();
        assertThat(page)
                .hasStatus(409)
                .bodyText()
                .containsSubsequence("Chưa có gì bị ghi đè", LEAD.displayName(), "Đổi trạng thái", "vừa xong");
    }

    @Test
    void theQuickViewSaysWhyUntilWhenWhatCameLastAndHowToGoOn() {
        Incident incident = opened("a", Level.HIGH, 12, "org-1");
        jdbc.sql("update incidents set last_seen = first_seen + interval '4 minutes' where id = ?")
                .param(incident.id())
                .update();
        assertThat(get("/incidents/" + incident.id() + "/quick"))
                .hasStatusOk()
                .bodyText()
                .contains("trong 4 phút", " UTC", "T0", "5 mục mới nhất", "Mở sự cố")
                .contains("Sao chép trường:giá-trị", "data-copy=\"ip:&quot;", "Giao cho tôi", "⇧Enter");
    }

    @Test
    void aLinkToAnIncidentLeadsToTheTabItWasTakenFrom() {
        Incident incident = opened("a", Level.HIGH, 2, "org-1");
        assertThat(get("/incidents/" + incident.id() + "/tasks"))
                .bodyText()
                .contains("data-copy=\"/incidents/" + incident.id() + "/tasks\"");
    }

    @Test
    void theDeadlineIsTheNextOfTheRunningClocksAndSaysInWordsThatItIsOver() {
        Incident incident = opened("a", Level.HIGH, 2, "org-1");
        clock(incident, "C72", Duration.ofHours(70));
        clock(incident, "C24", Duration.ofHours(22));
        assertThat(row(incident))
                .contains(">C24<", "sau 21 giờ nữa")
                .doesNotContain(">C72<", "quá hạn", "data-tone=\"late\"");
        jdbc.sql(
                        "update incident_clocks set due_at = now() - interval '5 minutes' where incident_id = ? and clock = 'C24'")
                .param(incident.id())
                .update();
        assertThat(row(incident)).containsSubsequence("data-tone=\"late\"", ">C24<", "quá hạn", "5 phút trước");
        jdbc.sql("update incident_clocks set state = 'SENT' where incident_id = ? and clock = 'C24'")
                .param(incident.id())
                .update();
        assertThat(row(incident)).contains(">C72<").doesNotContain(">C24<", "quá hạn");
        jdbc.sql("delete from incident_clocks where incident_id = ?")
                .param(incident.id())
                .update();
        assertThat(row(incident)).doesNotContain(">C72<");
    }

    @Test
    void besideItStandsHowFarTheDossierOfItsSystemIsAlsoWhereThereIsNone() {
        Incident incident = opened("a", Level.HIGH, 2, "org-cong-an");
        UUID system = UUID.randomUUID();
        jdbc.sql(
                        "insert into systems (id, code, name, operator_id, owner_id, organization_ids, hosting, status, created_at,"
                                + " changed_at, search_text) values (?, ?, 'Kho', 'org-cong-an', 'org-cong-an', '{org-cong-an}',"
                                + " 'own', 'operating', now(), now(), 'kho')")
                .param(system)
                .param("HT-" + key)
                .update();
        jdbc.sql("update incidents set system_id = ? where id = ?")
                .param(system)
                .param(incident.id())
                .update();
        assertThat(row(incident)).contains("/systems/" + system, ">Kho<");
        for (Role role : List.of(Role.ANALYST, Role.SOC_LEAD)) {
            assertThat(mvc.get()
                            .uri("/incidents/" + incident.id())
                            .secure(true)
                            .with(as(role))
                            .exchange())
                    .hasStatusOk()
                    .bodyText()
                    .contains("Hồ sơ và giám sát", "Chưa có hồ sơ", "</html>");
        }
    }

    @Test
    void theQueueIsAskedForTheLevelOfTheSystem() {
        Incident grave = opened("a", Level.HIGH, 2, "org-1");
        Incident other = opened("b", Level.HIGH, 2, "org-1");
        about(grave, 4);
        about(other, 2);
        assertThat(list("system-level:>=3")).contains(grave.number()).doesNotContain(other.number());
        assertThat(list("capdo:2")).contains(other.number()).doesNotContain(grave.number());
        jdbc.sql("update incidents set system_id = null where id in (?, ?)")
                .param(grave.id())
                .param(other.id())
                .update();
    }

    private String list(String query) {
        return body(get("/api/v1/incidents?state=all&q=" + query));
    }

    private void about(Incident incident, int level) {
        UUID system = UUID.randomUUID();
        jdbc.sql("insert into systems (id, code, name, operator_id, owner_id, organization_ids, hosting, status, level,"
                        + " determination, created_at, changed_at, search_text) values (?, ?, 'Kho', 'org-cong-an',"
                        + " 'org-cong-an', '{org-cong-an}', 'own', 'operating', ?, ?::jsonb, now(), now(), 'kho')")
                .param(system)
                .param("HT-" + system)
                .param(level)
                .param("""
                        {"pack":{"pack":"ND331-2026","version":"1.0"},"level":%1$d,"proposed":%1$d,"grounds":[],"flags":[],
                        "inputs":{},"by":"test","at":"2026-11-20T03:00:00Z"}""".formatted(level))
                .update();
        jdbc.sql("update incidents set system_id = ? where id = ?")
                .param(system)
                .param(incident.id())
                .update();
    }

    private void clock(Incident incident, String name, Duration left) {
        jdbc.sql("insert into incident_clocks (incident_id, clock, pack, pack_version, state, from_at, due_at)"
                        + " values (?, ?, 'ND331-2026', '1.0', 'RUNNING', now(), now() + ? * interval '1 minute')")
                .param(incident.id())
                .param(name)
                .param(left.toMinutes())
                .update();
    }

    /** The row of the queue, as the list draws it. */
    private String row(Incident incident) {
        String page = body(get("/incidents?state=all&q=number:" + incident.number()));
        int from = page.indexOf("data-row-id=\"" + incident.id());
        return page.substring(from, page.indexOf("</tr>", from));
    }

    private static String body(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private MvcTestResult event(Incident incident, String at, String text) {
        return mvc.post()
                .uri("/incidents/" + incident.id() + "/events")
                .secure(true)
                .with(as(Role.ANALYST))
                .with(csrf())
                .param("at", at)
                .param("what", text)
                .exchange();
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(address).secure(true).with(as(Role.ANALYST)).exchange();
    }
}
