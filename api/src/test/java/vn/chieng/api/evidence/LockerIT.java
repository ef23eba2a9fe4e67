package vn.chieng.api.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.chieng.api.ApiServers;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.home.PrivateFiles;
import vn.chieng.api.incidents.IncidentStore;
import vn.chieng.api.incidents.Signals;
import vn.chieng.event.Level;

/** The locker of an incident, from the upload to the encrypted copy. */
class LockerIT extends ApiServers {
    private static final SignedIn ANALYST = caller(Role.ANALYST, new Scope.Everything());
    private static final SignedIn LEAD = new SignedIn(
            77,
            "lead",
            "Trưởng Thử",
            Role.SOC_LEAD,
            0,
            null,
            new Scope.Everything(),
            Role.SOC_LEAD.permissions(),
            "vi",
            Set.of());

    @Autowired
    private IncidentStore incidents;

    @Autowired
    private LockerStore locker;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PrivateFiles home;

    @Autowired
    private MockMvcTester mvc;

    private final String key = UUID.randomUUID().toString();

    @Test
    void theLockerKeepsAFileWithItsChainAndTheLogLinesWithTheirIds() {
        long id = incident();
        String uri = "/incidents/" + id + "/locker";
        var file = new MockMultipartFile("file", "../dump.log", "text/plain", "abc".getBytes(StandardCharsets.UTF_8));
        assertThat(mvc.post()
                        .uri(uri)
                        .multipart()
                        .file(file)
                        .param("reason", "nguồn")
                        .with(as(ANALYST))
                        .with(csrf()))
                .hasStatus(422);
        assertThat(mvc.post()
                        .uri(uri)
                        .multipart()
                        .file(file)
                        .param("reason", "nguồn")
                        .param("attested", "true")
                        .with(as(ANALYST))
                        .with(csrf()))
                .hasStatus(303);
        assertThat(mvc.post()
                        .uri(uri + "/logs")
                        .param("reason", "giữ")
                        .with(as(ANALYST))
                        .with(csrf()))
                .hasStatus(303);
        EvidenceItem item = locker.of(id).stream()
                .filter(each -> each.kind() == EvidenceItem.Kind.FILE)
                .findFirst()
                .orElseThrow();
        assertThat(item.name()).isEqualTo("dump.log");
        assertThat(mvc.post()
                        .uri(uri + "/verify")
                        .param("item", item.id().toString())
                        .with(as(ANALYST))
                        .with(csrf()))
                .hasStatus(303);
        assertThat(mvc.post()
                        .uri(uri + "/take")
                        .param("item", item.id().toString())
                        .param("reason", "PA05")
                        .param("password", "mot mat khau dai")
                        .with(as(ANALYST))
                        .with(csrf()))
                .hasStatusOk()
                .hasContentType("application/zip");
        assertThat(locker.find(id, item.id()).orElseThrow().custody())
                .extracting(EvidenceItem.CustodyStep::step)
                .containsExactly(EvidenceItem.Step.ADDED, EvidenceItem.Step.VERIFIED, EvidenceItem.Step.TAKEN);
        assertThat(mvc.get().uri(uri).with(as(Role.CONTACT, new Scope.Organizations(Set.of("org-2")))))
                .hasStatus(404);
        assertThat(mvc.post()
                        .uri(uri + "/freeze")
                        .param("reason", "a")
                        .param("scope", "b")
                        .param("continuity", " ")
                        .param("from", "2026-11-22T00:00")
                        .param("until", "2026-11-23T00:00")
                        .with(as(ANALYST))
                        .with(csrf()))
                .hasStatus(422);
        assertThat(body(uri)).contains("dump.log", "Kiểm tra, nguyên vẹn", "-logs.ndjson");
    }

    @Test
    void aFileGoesOnlyAfterItsTimeByTwoPeopleAndNeverUnderAHold() {
        long id = incident();
        String uri = "/incidents/" + id + "/locker";
        assertThat(post(uri + "/logs", ANALYST, "reason", "giữ")).hasStatus(303);
        EvidenceItem item = locker.of(id).getFirst();
        String key = item.id().toString();
        assertThat(post(uri + "/disposal/proposal", ANALYST, "item", key, "reason", "hết hạn"))
                .hasStatus(422)
                .bodyText()
                .contains("Sự cố chưa đóng");
        jdbc.sql("update incidents set state = 'DISMISSED', close_reason = 'FALSE_POSITIVE',"
                        + " changed_at = now() - interval '6 years' where id = ?")
                .param(id)
                .update();
        assertThat(post(uri + "/disposal/proposal", ANALYST, "item", key, "reason", "hết hạn"))
                .hasStatus(422)
                .bodyText()
                .contains("Chưa hết thời hạn lưu");
        jdbc.sql("update evidence_items set added_at = now() - interval '6 years' where id = ?")
                .param(item.id())
                .update();
        assertThat(post(uri + "/hold", LEAD, "reason", "thanh tra")).hasStatus(303);
        assertThat(post(uri + "/disposal/proposal", ANALYST, "item", key, "reason", "hết hạn"))
                .hasStatus(422);
        assertThat(post(uri + "/hold", LEAD, "reason", "xong", "held", "false")).hasStatus(303);
        assertThat(post(uri + "/disposal/proposal", LEAD, "item", key, "reason", "hết hạn"))
                .hasStatus(303);
        assertThat(post(uri + "/disposal", LEAD, "item", key)).hasStatus(422);
        assertThat(post(uri + "/disposal/refusal", ANALYST, "item", key, "reason", "còn cần"))
                .hasStatus(303);
        assertThat(post(uri + "/disposal/proposal", ANALYST, "item", key, "reason", "hết hạn"))
                .hasStatus(303);
        assertThat(post(uri + "/disposal", ANALYST, "item", key)).hasStatus(403);
        assertThat(post(uri + "/disposal", LEAD, "item", key)).hasStatus(303);

        EvidenceItem gone = locker.find(id, item.id()).orElseThrow();
        assertThat(gone.disposedAt()).isNotNull();
        assertThat(gone.custody())
                .extracting(EvidenceItem.CustodyStep::step)
                .containsExactly(
                        EvidenceItem.Step.ADDED,
                        EvidenceItem.Step.HELD,
                        EvidenceItem.Step.RELEASED,
                        EvidenceItem.Step.PROPOSED,
                        EvidenceItem.Step.KEPT,
                        EvidenceItem.Step.PROPOSED,
                        EvidenceItem.Step.DISPOSED);
        assertThat(post(uri + "/verify", ANALYST, "item", key)).hasStatus(422);
        assertThat(home.path("evidence").resolve(key)).doesNotExist();
        assertThat(body(uri)).contains("Tệp đã hủy lúc");
    }

    @Test
    void aFreezeRequestPlacesAHoldThatCannotBeLiftedWhileItRuns() {
        String uri = "/incidents/" + incident() + "/locker";
        assertThat(post(
                        uri + "/freeze",
                        ANALYST,
                        "reason",
                        "điều tra",
                        "scope",
                        "nhật ký",
                        "continuity",
                        "máy dự phòng",
                        "from",
                        "2026-01-01T00:00",
                        "until",
                        "2099-01-01T00:00"))
                .hasStatus(303);
        assertThat(body(uri)).contains("Đang giữ chứng cứ theo yêu cầu pháp lý");
        assertThat(post(uri + "/hold", LEAD, "reason", "xong", "held", "false"))
                .hasStatus(422)
                .bodyText()
                .contains("Yêu cầu phong tỏa còn hiệu lực");
    }

    private MvcTestResult post(String uri, SignedIn by, String... parameters) {
        var request = mvc.post().uri(uri).with(as(by)).with(csrf());
        for (int i = 0; i < parameters.length; i += 2) {
            request = request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }

    private String body(String path) {
        return new String(
                mvc.get().uri(path).with(as(ANALYST)).exchange().getResponse().getContentAsByteArray(),
                StandardCharsets.UTF_8);
    }

    private long incident() {
        incidents.apply(Signals.signal(key, key, Level.HIGH, 1, "org-" + key));
        return jdbc.sql("select id from incidents where incident_key = ?")
                .param(key)
                .query(Long.class)
                .single();
    }
}
