package vn.chieng.api.systems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.apache.poi.xssf.extractor.XSSFExcelExtractor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import vn.chieng.api.query.Query;

/** Systems by the hundred, and step by step: imports, exports, addresses, the guided form. */
class SystemSheetsIT extends SystemPagesFixture {
    @Test
    void aWrongAddressIsRefusedByItsLine() {
        RegisteredSystem system = kept(SampleSystems.online(10));
        MockHttpServletResponse refused = post(
                "/systems/" + system.id() + "/addresses", Map.of("version", "1", "addresses", "web01\n10.1.2.3/16"));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(text(refused)).contains("Dòng 2").contains("10.1.2.3/16");
    }

    @Test
    void anImportNamesRowAndColumnAndChangesNothingUntilConfirmed() {
        String mark = "Nhập " + UUID.randomUUID().toString().substring(0, 8);
        RegisteredSystem system = kept(SampleSystems.online(10));
        String file = "code;name;operator;owner;hosting;project_start;answer.basic-data-subjects\n"
                + ";" + mark + ";org-so-y-te;org-so-y-te;cloud;05/01/2026;5000\n"
                + system.code() + ";" + mark + " sửa;;;;;\n"
                + ";Hỏng;org-so-tai-chinh;;cloud;31/02/2026;\n"
                + "HT-99999;Lạ;;;;;nhiều\n";
        String job = String.valueOf(mvc.post()
                .multipart()
                .file(new MockMultipartFile("file", "ht.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)))
                .uri("/systems/imports")
                .secure(true)
                .with(as(OWNER_OF_HEALTH))
                .with(csrf())
                .exchange()
                .getResponse()
                .getRedirectedUrl());
        await().until(() -> !text(ofHealth(job)).contains("Đang đọc"));

        String bad = text(ofHealth(job));
        assertThat(bad).contains("project_start").contains("31/02/2026").contains("HT-99999");
        assertThat(now(system).name()).isEqualTo(system.name());

        assertThat(mvc.post()
                        .uri(job + "/apply")
                        .secure(true)
                        .with(as(OWNER_OF_HEALTH))
                        .with(csrf())
                        .exchange()
                        .getResponse()
                        .getStatus())
                .isEqualTo(303);
        await().until(() -> text(ofHealth(job)).contains("Đã áp dụng"));
        assertThat(now(system).name()).isEqualTo(mark + " sửa");
        assertThat(register.list(SystemQuery.of(Query.words(mark)), HEALTH)).hasSize(2);
    }

    @Test
    void delegationCountingAndAddressesComeFromTheTableAndGoBackIntoIt() throws Exception {
        RegisteredSystem system = kept(SampleSystems.online(10));
        String mark = system.name();
        String file = "code;delegate;delegate_until;delegation_paper;addresses;answer.basic-data-subjects;"
                + "counted.basic-data-subjects;counted_on.basic-data-subjects\n"
                + system.code()
                + ";org-so-y-te;30/06/2027;12/QĐ;WEB-9.so.vn|10.2.0.0/16;5000;Đếm theo tài khoản;01/11/2026\n";
        applied(file);
        RegisteredSystem now = now(system);
        assertThat(now.card().delegation())
                .isEqualTo(new Delegation("org-so-y-te", java.time.LocalDate.of(2027, 6, 30), "12/QĐ"));
        assertThat(now.answers().counts().get("basic-data-subjects"))
                .isEqualTo(new SystemAnswers.Count("Đếm theo tài khoản", java.time.LocalDate.of(2026, 11, 1)));
        assertThat(text(get("/systems/" + system.id()))).contains("web-9.so.vn", "10.2.0.0/16");
        String exported = text(get("/systems/export.csv?q=" + mark.substring(mark.length() - 8)));
        assertThat(exported).contains("web-9.so.vn|10.2.0.0/16").contains("Đếm theo tài khoản", "12/QĐ");
        applied(exported); // puts the answers into the order of the table
        int settled = now(system).version();
        applied(exported);
        assertThat(now(system).version())
                .as("what was exported changes nothing")
                .isEqualTo(settled);
    }

    @Test
    void exportsWhatTheScopeHoldsAndProgramsGetTheSame() throws Exception {
        RegisteredSystem own = kept(SampleSystems.online(10));
        RegisteredSystem foreign = SampleSystems.of(store.nextCode(), "Của sở khác", "org-so-tai-chinh");
        store.add(foreign);

        try (XSSFWorkbook book = new XSSFWorkbook(
                new ByteArrayInputStream(get("/systems/export.xlsx").getContentAsByteArray()))) {
            String sheet = new XSSFExcelExtractor(book).getText();
            assertThat(sheet).contains(own.code()).doesNotContain(foreign.code());
        }
        for (String address : new String[] {"/systems/export.csv", "/systems/export.json", "/api/v1/systems"}) {
            assertThat(text(get(address))).contains(own.code()).doesNotContain(foreign.code());
        }
        assertThat(text(get("/api/v1/systems/" + own.id()))).contains("\"dossier\":{\"phase\":\"none\"");
    }

    @Test
    void theGuidedFormKeepsWhatWasFilledAndRegistersAtTheEnd() {
        String start = String.valueOf(
                post("/systems/drafts", Map.of("name", "Cổng mới")).getRedirectedUrl());
        String draft = start.substring(0, start.lastIndexOf('/'));
        assertThat(post(start, Map.of("go", "next")).getStatus())
                .as("questions left open")
                .isEqualTo(422);
        post(start, Map.of("go", "later", "sc.scope-function", "true"));
        assertThat(text(get("/systems/new"))).contains("Cổng mới");
        assertThat(post(
                                draft + "/card",
                                Map.of(
                                        "go",
                                        "next",
                                        "name",
                                        "Cổng mới",
                                        "operator",
                                        "org-so-y-te",
                                        "owner",
                                        "org-so-y-te",
                                        "hosting",
                                        "own"))
                        .getRedirectedUrl())
                .endsWith("/answers");
        post(draft + "/answers", Map.of("go", "next", "in.administrative-procedures", "true"));
        assertThat(text(get(draft + "/check"))).contains("Cấp độ đề xuất: 3").contains("Điều 13");

        String registered =
                String.valueOf(post("/systems", Map.of("draft", draft.substring(draft.lastIndexOf('/') + 1)))
                        .getRedirectedUrl());
        assertThat(registered).startsWith("/systems/");
        assertThat(get(draft + "/check").getStatus()).isEqualTo(404);
    }

    @Test
    void aSystemOfAnExcludedKindIsNotRegistered() {
        RegisteredSystem system = kept(SystemAnswers.NONE);
        assertThat(post("/systems/" + system.id() + "/answers", Map.of("version", "1", "in.military-or-cipher", "true"))
                        .getStatus())
                .isEqualTo(422);
    }

    @Test
    void aSuggestionFillsTheFormAndDecidesNothing() {
        assertThat(text(get("/systems/new?like=suggest-portal")))
                .contains("value=\"Cổng thông tin điện tử của sở hoặc xã\"", "Cấp độ thường gặp: 2");
        assertThat(text(get("/systems/new?like=unknown"))).doesNotContain("Cấp độ thường gặp: 2");
    }
}
