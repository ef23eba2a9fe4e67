package vn.chieng.api.dossiers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.documents.Pictures;
import vn.chieng.api.dossiers.workflow.Course;
import vn.chieng.api.dossiers.workflow.CourseStep;
import vn.chieng.api.dossiers.workflow.DossierState;
import vn.chieng.api.systems.ApprovalState;

class OwnDossierIT extends OwnDossierPages {
    @Test
    void theProductsOwnDossierGoesTheWholeWayFromDataToSealAndForms() throws IOException {
        write();
        assertThat(text(get(own.writer, ""))).contains("Nền tảng giám sát an ninh mạng của tỉnh");
        move(own.writer, "submit", Map.of());
        move(own.appraiser, "accept", Map.of());
        assertThat(post(
                                own.appraiser,
                                "/remarks",
                                Map.of("section", "part-overview.zones", "text", "Thiếu vùng dự phòng"))
                        .getStatus())
                .isEqualTo(303);
        assertThat(post(
                                own.appraiser,
                                "/moves/conclude-fit",
                                Map.of("version", String.valueOf(dossier().version())))
                        .getStatus())
                .as("an open remark holds the opinion up")
                .isEqualTo(409);
        move(own.appraiser, "send-back", Map.of("text", "Bổ sung vùng dự phòng"));
        long remark = beans.getBean(ReviewStore.class).remarks(id).getFirst().id();
        assertThat(post(own.writer, "/remarks/" + remark + "/reply", Map.of("text", "Đã bổ sung"))
                        .getStatus())
                .isEqualTo(303);
        move(own.writer, "submit", Map.of());
        move(own.appraiser, "accept", Map.of());
        assertThat(post(own.appraiser, "/remarks/" + remark + "/resolve", Map.of())
                        .getStatus())
                .isEqualTo(303);
        assertThat(text(get(own.appraiser, "/review?item=part-overview.zones"))).contains("Thiếu vùng dự phòng");
        move(own.appraiser, "conclude-fit", Map.of());
        move(own.writer, "propose", Map.of());
        assertThat(approvals.of(List.of(own.system.id())).get(own.system.id()).phase())
                .isEqualTo(ApprovalState.Phase.APPRAISED);
        move(own.owner, "approve", Map.of("number", "99/QĐ-UBND", "on", "20/11/2026", "issuer", "UBND tỉnh Gia Lai"));

        Dossier approved = dossier();
        assertThat(approved.state()).isEqualTo(DossierState.APPROVED);
        assertThat(approved.seal()).isNotNull();
        assertThat(approved.approvedOn()).isEqualTo("2026-11-20");
        assertThat(seals.intact(context.known(approved))).contains(true);
        ApprovalState.Approval approval = approvals.of(List.of(own.system.id())).get(own.system.id());
        assertThat(approval.level()).isEqualTo(3);
        assertThat(approval.facts().of("level-approved")).isPresent();
        for (String form : List.of("dossier", "form-02", "form-04", "form-05", "form-06")) {
            for (String format : List.of("docx", "pdf")) {
                MockHttpServletResponse paper = get(own.owner, "/papers/" + form + "/" + format);
                assertThat(paper.getStatus()).as(form).isEqualTo(200);
                assertThat(paper.getContentAsByteArray()).hasSizeGreaterThan(3_000);
                if (format.equals("pdf")) {
                    Pictures.draw("own-" + form, paper.getContentAsByteArray());
                }
                assertThat(get(own.owner, "/papers/" + form + "/" + format).getContentAsByteArray())
                        .as("the same content gives the same bytes")
                        .isEqualTo(paper.getContentAsByteArray());
            }
            assertThat(text(get(own.owner, "/papers/" + form))).contains("document");
        }
        assertThat(text(get(own.owner, "/papers/form-06"))).contains("99/QĐ-UBND");
        frozen(approved);
    }

    private void frozen(Dossier approved) {
        assertThat(writing.save(
                        id,
                        "part-design",
                        new DossierWriting.Typed(
                                store.section(id, "part-design").version(), Map.of("kind", "khác"), List.of(), null),
                        own.writer))
                .isInstanceOf(DossierOutcome.NotAllowed.class);
        DossierOutcome<Dossier> next = opening.open(own.system.code(), own.writer);
        assertThat(next).isInstanceOfSatisfying(DossierOutcome.Done.class, done -> {
            Dossier edition = (Dossier) done.value();
            assertThat(edition.edition()).isEqualTo(2);
            assertThat(edition.predecessorId()).isEqualTo(approved.id());
            assertThat(store.section(edition.id(), "part-overview.devices").content())
                    .isEqualTo(store.section(approved.id(), "part-overview.devices")
                            .content());
        });
        assertThat(approvals.of(List.of(own.system.id())).get(own.system.id()).phase())
                .as("a new edition takes nothing away")
                .isEqualTo(ApprovalState.Phase.APPROVED);
    }

    @Test
    void aMoveOfSomebodyElseOrFromAnOldPageIsRefused() {
        assertThat(post(own.writer, "/moves/submit", Map.of("version", "1")).getStatus())
                .as("parts are missing")
                .isEqualTo(409);
        assertThat(post(own.owner, "/moves/approve", Map.of("version", "1")).getStatus())
                .isEqualTo(409);
        assertThat(post(own.writer, "/moves/submit", Map.of("version", "77")).getStatus())
                .isEqualTo(409);
    }

    @Test
    void everyoneIsToldOnceWhenTheTimeOfAStepIsUsedUp() {
        write();
        move(own.writer, "submit", Map.of());
        Dossier submitted = dossier();
        Course course = submitted.course();
        List<CourseStep> earlier = course.log().stream()
                .map(step -> new CourseStep(
                        step.act(),
                        step.result(),
                        step.at().minus(Duration.ofDays(30)),
                        step.accountId(),
                        step.accountName(),
                        step.organizationId(),
                        step.round(),
                        step.note(),
                        step.paper()))
                .toList();
        store.move(submitted.with(
                new Course(
                        course.pack(),
                        course.route(),
                        course.level(),
                        course.state(),
                        course.position(),
                        course.round(),
                        course.parties(),
                        earlier),
                submitted.changedAt()));
        beans.getBean(DeadlineWatch.class).tell();
        beans.getBean(DeadlineWatch.class).tell();
        assertThat(beans.getBean(JdbcClient.class)
                        .sql("select key from notices where key like ?")
                        .param("dossier-deadline:" + id + ":%")
                        .query((row, _) -> row.getString(1))
                        .list())
                .singleElement()
                .asString()
                .contains("completeness-reply")
                .endsWith(":100");
        assertThat(text(get(own.writer, ""))).contains("quá hạn");
        assertThat(mvc.get().uri("/dossiers").secure(true).with(as(own.writer)))
                .bodyText()
                .contains("quá hạn");
    }

    @Test
    void aCouncilMemberOfAnotherBodySeesTheDossierOfItsCouncilAndNoOther() {
        write();
        long account = beans.getBean(JdbcClient.class)
                .sql("select min(id) from accounts")
                .query(Long.class)
                .single();
        SignedIn member = OwnDossier.person(
                account, Role.COUNCIL_MEMBER, "org-so-tai-chinh", new Scope.Organizations(Set.of("org-so-tai-chinh")));
        assertThat(get(member, "/review").getStatus()).isEqualTo(404);
        move(own.writer, "submit", Map.of());
        move(own.appraiser, "accept", Map.of());
        beans.getBean(ReviewStore.class)
                .seat(id, List.of(new CouncilSeat(account, "Ủy viên", dossier().changedAt(), null, null, null)));
        assertThat(get(member, "/review").getStatus()).isEqualTo(200);
        assertThat(text(get(member, "/review"))).contains("/dossiers/" + id + "/votes");
        assertThat(mvc.get().uri("/dossiers").secure(true).with(as(member)))
                .bodyText()
                .contains("/dossiers/" + id + "/review");
        assertThat(post(member, "/votes", Map.of("fit", "true")).getStatus()).isEqualTo(303);
        assertThat(post(member, "/sections/part-overview", Map.of("version", "1"))
                        .getStatus())
                .isEqualTo(403);
        UUID seated = id;
        open();
        assertThat(get(member, "/review").getStatus())
                .as("a dossier of another council than " + seated)
                .isEqualTo(404);
    }

    @Test
    void anExportOfTheListIsWrittenToTheAuditLogFirst() {
        var log = beans.getBean(JdbcClient.class)
                .sql("select count(*) from audit_entries where action = 'dossiers.exported'")
                .query(Long.class);
        long before = log.single();
        assertThat(mvc.get().uri("/api/v1/dossiers/export.json").secure(true).with(as(own.writer)))
                .hasStatusOk()
                .bodyText()
                .contains("chieng-dossiers-1", dossier().number());
        assertThat(log.single()).isEqualTo(before + 1);
    }
}
