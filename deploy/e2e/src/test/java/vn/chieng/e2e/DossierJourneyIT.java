package vn.chieng.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A dossier's way in the browser: written without script over two days, returned, mended, appraised and approved; and one that nobody of its own body may appraise. */
@Tag("journey")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DossierJourneyIT {
    private static final String SYSTEM = "Cổng dịch vụ công phường Quy Nhơn";
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final String ASKED = "Sơ đồ mạng thiếu vùng DMZ";

    private static RunningChieng chieng;
    private static ConsoleBrowser browser;
    private static DossierWriter writer;
    private static Page appraiser;
    private static String systemCode;
    private static String systemPath;
    private static String dossier;

    @BeforeAll
    static void openBrowser() {
        chieng = RunningChieng.shared();
        browser = new ConsoleBrowser(chieng);
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void nothingWasComplainedAbout() {
        assertThat(browser.complaints()).isEmpty();
    }

    private static Page signedIn(Page page, String name) {
        page.navigate(browser.at("/signin?lang=vi"));
        browser.signIn(page, name);
        return page;
    }

    private static Page person(String name) {
        return signedIn(browser.open(1440, 900, ColorScheme.LIGHT), name);
    }

    @Test
    @Order(1)
    void aDossierIsWrittenWithoutScriptResumedTheNextDayAndSubmitted() {
        writer = new DossierWriter(browser, signedIn(browser.openWithoutScript(), "van-hanh"));
        systemCode = writer.registers(SYSTEM);
        systemPath = writer.path().replace("/level", "");
        dossier = writer.opens(systemCode);
        Page first = writer.page();
        assertThat(first.locator(".dossier-steps [aria-current=step]")).containsText("Soạn");

        writer.goTo(dossier + "/sections/part-overview");
        first.locator("[id='f.scope']").fill("Dịch vụ công của phường");
        DossierWriter.tick(first.locator("[name=done][value=true]"));
        first.locator("button[value=list]").click();
        Locator summary = first.locator(".note-error[role=alert]").first();
        assertThat(summary).containsText("Chủ quản: địa chỉ");
        summary.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Chủ quản: địa chỉ"))
                .click();
        assertThat(first.url()).endsWith("#f.owner-address");
        first.context().close();

        writer = new DossierWriter(browser, signedIn(browser.openWithoutScript(), "van-hanh"));
        Page next = writer.page();
        writer.goTo("/dossiers");
        next.locator("main table tbody tr")
                .filter(new Locator.FilterOptions().setHasText(SYSTEM))
                .locator("a")
                .first()
                .click();
        assertThat(next.locator("h1")).containsText(SYSTEM);
        assertThat(next.locator("main")).containsText("Đang làm");
        writer.goTo(dossier + "/sections/part-overview");
        assertThat(next.locator("[id='f.scope']")).hasValue("Dịch vụ công của phường");
        writer.fillsEverything(dossier);
        writer.goTo(dossier);
        next.locator("form[action$='/moves/submit'] button").click();
        assertThat(next.locator(".page-head")).containsText("Đã gửi");
    }

    @Test
    @Order(2)
    void aReturnedDossierIsMendedAppraisedApprovedAndItsPapersSayWhatWasDecided() throws IOException {
        appraiser = person("tham-dinh");
        appraiser.navigate(browser.at(dossier));
        moves(appraiser, "accept");
        appraiser.navigate(browser.at(dossier + "/review?item=part-overview.zones"));
        assertThat(appraiser.locator("#section-title")).containsText("Vùng mạng");
        appraiser.locator("#text").fill(ASKED);
        appraiser.locator("form[action$='/remarks'] button").first().click();
        assertThat(appraiser.locator(".dossier-remarks")).containsText(ASKED);
        appraiser.locator("form[action$='/moves/send-back'] textarea").fill("Bổ sung vùng DMZ");
        moves(appraiser, "send-back");

        writer.goTo(dossier);
        Page page = writer.page();
        Locator asked = page.locator("section[aria-labelledby=asked-title]");
        assertThat(asked).containsText(ASKED);
        assertThat(page.locator(".dossier-tasks")
                        .filter(new Locator.FilterOptions().setHasText("Vùng mạng"))
                        .first())
                .containsText("Cần bổ sung");
        asked.getByRole(AriaRole.LINK).click();
        Locator cells = page.locator("tbody tr").nth(1).locator("input:not([type=checkbox])");
        cells.nth(0).fill("DMZ");
        cells.nth(1).fill("10.9.0.0/24");
        cells.nth(2).fill("203.0.113.10");
        page.locator("button[value=stay]").click();
        page.locator("[id^='reply-']").fill("Đã bổ sung vùng DMZ");
        page.locator("form[action$='/reply'] button").click();
        writer.goTo(dossier);
        moves(page, "submit");

        appraiser.navigate(browser.at(dossier));
        moves(appraiser, "accept");
        appraiser.navigate(browser.at(dossier + "/review?item=part-overview.zones"));
        assertThat(appraiser.locator(".dossier-review")).containsText("203.0.113.10");
        appraiser.locator("form[action$='/resolve'] button").click();
        appraiser.locator("input[name=finding][value=MET]").check();
        appraiser.locator("form[action$='/findings'] button").click();
        moves(appraiser, "conclude-fit");
        writer.goTo(dossier);
        moves(page, "propose");

        Page owner = person("chu-quan");
        owner.navigate(browser.at(dossier));
        owner.locator("#number-approve").fill("99/QĐ-UBND");
        owner.locator("#on-approve").fill(LocalDate.now(VIETNAM).format(DateTimeFormatter.ofPattern("dd/MM/yyyy")));
        owner.locator("#issuer-approve").fill("UBND phường Quy Nhơn");
        moves(owner, "approve");
        assertThat(owner.locator("main")).containsText("Đã phê duyệt");
        assertThat(owner.locator(".dossier-hash").last()).hasText(Pattern.compile("[0-9a-f]{64}"));
        papersSayWhatWasDecided(owner);
    }

    private static void moves(Page page, String move) {
        page.locator("form[action$='/moves/" + move + "'] button").click();
        assertThat(page.locator(".note-good[role=status]")).isVisible();
    }

    private static void papersSayWhatWasDecided(Page owner) throws IOException {
        for (String form : List.of("form-06", "dossier")) {
            String asked = form.equals("dossier") ? "203.0.113.10" : "99/QĐ-UBND";
            try (var document = new XWPFDocument(new ByteArrayInputStream(downloaded(owner, form + "/docx")));
                    var text = new XWPFWordExtractor(document)) {
                assertThat(words(text.getText())).contains(words(SYSTEM), words(asked));
            }
            try (var document = Loader.loadPDF(downloaded(owner, form + "/pdf"))) {
                assertThat(words(new PDFTextStripper().getText(document))).contains(words(SYSTEM), words(asked));
            }
        }
    }

    private static byte[] downloaded(Page page, String paper) throws IOException {
        Download download = page.waitForDownload(
                () -> page.locator("a[href$='/papers/" + paper + "']").click());
        return Files.readAllBytes(download.path());
    }

    private static String words(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("\\s+", " ");
    }

    @Test
    @Order(3)
    void aSystemOfTheAppraisersOwnBodyIsNotAppraisedByIt() {
        var own = new DossierWriter(browser, person("van-hanh-cong-an"));
        String conflicting = own.opens(own.registers("Hệ thống nội bộ của Công an tỉnh"));
        own.copiesEverythingFrom(dossier, conflicting);
        own.goTo(conflicting);
        moves(own.page(), "submit");

        appraiser.navigate(browser.at(conflicting));
        assertThat(appraiser.locator("form[action$='/moves/accept'] button")).hasCount(0);
        assertThat(appraiser.locator("main")).containsText("khoản 4 Điều 18");
        appraiser.navigate(browser.at(conflicting + "/review"));
        assertThat(appraiser.locator(".note-error")).containsText("thẩm định");
        assertThat(appraiser.locator("form[action$='/remarks'] button")).hasCount(0);
        for (String act : List.of("/remarks", "/findings", "/moves/accept", "/moves/conclude-fit")) {
            assertThat(posted(appraiser, conflicting + act)).as(act).isEqualTo(409);
        }
    }

    @Test
    @Order(4)
    void everyPageOfADossierHoldsWhatEveryPageMust() {
        Page page = person("van-hanh");
        var again = new DossierWriter(browser, page);
        String next = again.opens(systemCode);
        attach(page, next);
        String from = dossier.substring(dossier.lastIndexOf('/') + 1);
        new PageLooks(browser, page)
                .at("dossier", next)
                .at("dossier-fields", next + "/sections/part-overview")
                .at("dossier-table", next + "/sections/part-overview.zones")
                .at("dossier-checklist", next + "/sections/part-plan.group-08")
                .at("dossier-statements", next + "/sections/statements")
                .at("dossier-versions", next + "/sections/part-overview/versions")
                .at("dossier-copy", next + "/copy?from=" + from)
                .at("dossier-preview", next + "/papers/form-02")
                .at("dossier-preview-whole", next + "/papers/dossier")
                .at("dossier-approved", dossier)
                .at("dossiers", "/dossiers")
                .at("system", systemPath)
                .at("system-level", systemPath + "/level");
        new PageLooks(browser, appraiser).at("dossier-review", dossier + "/review?item=part-overview.zones");
    }

    private static void attach(Page page, String edition) {
        page.navigate(browser.at(edition + "/sections/part-overview.zones"));
        page.locator("#files details summary").click();
        page.locator("#files input[type=file]")
                .setInputFiles(new FilePayload(
                        "so-do-mang.txt", "text/plain", "Sơ đồ vùng mạng".getBytes(StandardCharsets.UTF_8)));
        page.locator("#attested").check();
        page.locator("#files form[enctype] button[type=submit]").click();
        assertThat(page.locator("#files")).containsText("so-do-mang.txt");
    }

    private static int posted(Page page, String path) {
        String token = page.locator("input[name=_csrf]").first().inputValue();
        return page.request()
                .post(
                        browser.at(path),
                        RequestOptions.create()
                                .setForm(FormData.create()
                                        .set("_csrf", token)
                                        .set("version", "2")
                                        .set("section", "part-overview")
                                        .set("finding", "MET")
                                        .set("text", "Không độc lập"))
                                .setMaxRedirects(0))
                .status();
    }
}
