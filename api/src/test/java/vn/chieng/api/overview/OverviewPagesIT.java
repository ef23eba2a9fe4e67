package vn.chieng.api.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.chieng.api.ApiServers;
import vn.chieng.api.access.Role;
import vn.chieng.api.documents.pdf.PdfConformance;

/** The overview and the time metrics as leaders and analysts open them. */
class OverviewPagesIT extends ApiServers {
    @Autowired
    private MockMvcTester mvc;

    @Test
    void aLeaderSeesEachFigureWithItsDefinitionAndEveryTileLeadsToItsUnit() {
        MvcTestResult page = get("/overview?days=90", Role.LEADER);
        assertThat(page)
                .hasStatusOk()
                .bodyText()
                .contains("Được phê duyệt cấp độ")
                .contains("Từ dấu vết đầu tiên trong nhật ký")
                .contains("Không tính diễn tập")
                .contains("/overview/communes/org-")
                .contains("Cần lãnh đạo quyết định");
        assertThat(page).bodyText().as("a leader opens no single incident").doesNotContain("/incidents?");
        assertThat(get("/overview?kiosk=1", Role.LEADER)).hasStatusOk().hasHeader("Refresh", "60");
    }

    @Test
    void aUnitIsFoundByItsOfficialCodeAndByItsKey() {
        for (String code : List.of("21583", "org-21583")) {
            assertThat(get("/overview/communes/" + code, Role.LEADER)).hasStatusOk();
        }
        assertThat(get("/overview/communes/99999", Role.LEADER)).hasStatus(404);
    }

    @Test
    void thePrintedOverviewIsArchivableAndAccessible() {
        MvcTestResult file = get("/overview.pdf", Role.LEADER);
        assertThat(file).hasStatusOk();
        PdfConformance.assertConforms(file.getResponse().getContentAsByteArray());
    }

    @Test
    void timeMetricsSayHowTheyAreCountedAndRefuseDaysThatMakeNoSense() {
        assertThat(get("/handling-times", Role.ANALYST))
                .hasStatusOk()
                .bodyText()
                .contains("Cách tính");
        assertThat(get("/handling-times?from=2026-11-20&to=2026-11-01", Role.ANALYST))
                .hasStatus(400);
        assertThat(get("/handling-times/incidents?lapse=contain&by=severity&key=M1", Role.ANALYST))
                .hasStatusOk();
        assertThat(get("/handling-times/incidents?lapse=contain", Role.LEADER)).hasStatus(403);
        assertThat(get("/api/v1/handling-times?by=rule", Role.LEADER)).hasStatusOk();
    }

    private MvcTestResult get(String address, Role role) {
        return mvc.get().uri(address).secure(true).with(as(role)).exchange();
    }
}
