package vn.chieng.api.coverage.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chieng.api.ApiServers;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.systems.RegisteredSystem;
import vn.chieng.api.systems.SampleSystems;
import vn.chieng.api.systems.SystemStore;

class CheckPagesIT extends ApiServers {
    private static final String BODY = "org-so-noi-vu";
    private static final String CHECKS = "/coverage/" + BODY + "/checks";
    private static final SignedIn OWNER = caller(Role.OWNER, new Scope.Organizations(Set.of(BODY)));
    private static final SignedIn ELSEWHERE = caller(Role.OWNER, new Scope.Organizations(Set.of("org-so-tu-phap")));

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private CheckStore store;

    @Autowired
    private SystemStore systems;

    @Autowired
    private TransactionTemplate transactions;

    private RegisteredSystem system;

    @BeforeEach
    void register() {
        system = SampleSystems.of(systems.nextCode(), "Hệ thống " + UUID.randomUUID(), BODY);
        transactions.executeWithoutResult(_ -> systems.add(system));
    }

    @Test
    void aScanOfOneSystemWithItsReportIsShownAndItsFileReadWithItsLabel() {
        assertThat(record(OWNER, "scan", "05/11/2026", false, "report.pdf", true)
                        .getStatus())
                .isEqualTo(303);
        RecordedCheck kept = latest();
        assertThat(kept.systems()).containsExactly(system.id());
        assertThat(kept.heldOn()).isEqualTo(LocalDate.of(2026, 11, 5));

        assertThat(text(get(OWNER, CHECKS))).contains("05/11/2026", "report.pdf", system.code(), "Tổ rà quét");
        MockHttpServletResponse file = get(OWNER, CHECKS + "/" + kept.id() + "/file");
        assertThat(file.getStatus()).isEqualTo(200);
        assertThat(file.getHeader("X-Chieng-Label")).isEqualTo("AMBER");
        assertThat(text(file)).isEqualTo("kết quả");
        assertThat(get(ELSEWHERE, CHECKS + "/" + kept.id() + "/file").getStatus())
                .isEqualTo(404);
    }

    @Test
    void aFileWithoutTheStatementIsNotTaken() {
        int before = store.ofBody(BODY, 500).size();
        MockHttpServletResponse refused = record(OWNER, "scan", "05/11/2026", false, "report.pdf", false);
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(text(refused)).contains("bí mật nhà nước");
        assertThat(store.ofBody(BODY, 500)).hasSize(before);
    }

    @Test
    void aDayToComeAndASystemOfAnotherBodyAreRefused() {
        assertThat(record(OWNER, "scan", "01/01/2199", false, null, false).getStatus())
                .isEqualTo(422);
        assertThat(record(ELSEWHERE, "scan", "05/11/2026", false, null, false).getStatus())
                .isEqualTo(404);
    }

    @Test
    void whatWasRecordedOfTheWholeBodyIsItsLatestDrillUntilItIsTakenBack() {
        assertThat(record(OWNER, "drill", "21/11/2026", true, null, false).getStatus())
                .isEqualTo(303);
        RecordedCheck kept = latest();
        assertThat(kept.ofWholeBody()).isTrue();
        assertThat(text(get(OWNER, "/coverage/" + BODY))).contains("21/11/2026");

        assertThat(withdraw(kept, "").getStatus()).isEqualTo(422);
        assertThat(withdraw(kept, "Ghi nhầm đơn vị").getStatus()).isEqualTo(303);
        assertThat(withdraw(kept, "Lần hai").getStatus()).isEqualTo(409);
        assertThat(store.counting(List.of(system.id()), List.of(BODY)))
                .extracting(RecordedCheck::id)
                .doesNotContain(kept.id());
        assertThat(text(get(OWNER, CHECKS))).contains("Ghi nhầm đơn vị", "Đã hủy");
    }

    private RecordedCheck latest() {
        return store.ofBody(BODY, 500).stream()
                .max(java.util.Comparator.comparingLong(RecordedCheck::id))
                .orElseThrow();
    }

    private MockHttpServletResponse record(
            SignedIn by, String kind, String day, boolean whole, @Nullable String file, boolean attested) {
        var request =
                mvc.post().multipart().uri(CHECKS).secure(true).with(as(by)).with(csrf());
        Map.of(
                        "kind",
                        kind,
                        "heldOn",
                        day,
                        "heldBy",
                        "Tổ rà quét",
                        "whole",
                        String.valueOf(whole),
                        "attested",
                        String.valueOf(attested))
                .forEach(request::param);
        if (!whole) {
            request.param("system", system.id().toString());
        }
        if (file != null) {
            request.file(
                    new MockMultipartFile("file", file, "application/pdf", "kết quả".getBytes(StandardCharsets.UTF_8)));
        }
        return request.exchange().getResponse();
    }

    private MockHttpServletResponse withdraw(RecordedCheck check, String reason) {
        return mvc.post()
                .uri(CHECKS + "/" + check.id() + "/withdraw")
                .secure(true)
                .with(as(OWNER))
                .with(csrf())
                .param("reason", reason)
                .exchange()
                .getResponse();
    }

    private MockHttpServletResponse get(SignedIn by, String address) {
        return mvc.get().uri(address).secure(true).with(as(by)).exchange().getResponse();
    }

    private static String text(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
