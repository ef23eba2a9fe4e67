package vn.chieng.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** An administrator's first hours, in the browser: own password and second factor, a person with a role, organisations from a file, the audit log. */
@Tag("journey")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AdministrationIT {
    private static final String OWN_PASSWORD = "Một-mật-khẩu-Riêng-2026";
    private static final String AUDITOR_PASSWORD = "Kiểm-toán-độc-lập-2026";

    private static RunningChieng chieng;
    private static ConsoleBrowser browser;
    private static Page admin;

    @BeforeAll
    static void openBrowser() throws Exception {
        chieng = RunningChieng.shared();
        browser = new ConsoleBrowser(chieng);
        admin = browser.open(1440, 900, ColorScheme.LIGHT);
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

    @Test
    @Order(1)
    void theOneTimePasswordLeadsThroughAPasswordAndASecondFactorOfOnesOwn() throws Exception {
        admin.navigate(browser.at("/signin?lang=vi"));
        String first = Files.readString(apiHome().resolve("first-password")).strip();
        browser.signIn(admin, "admin", first);
        assertThat(admin.url()).endsWith("/password");
        checkLooks(admin, "password");
        replacePassword(admin, first, OWN_PASSWORD);
        admin.navigate(browser.at("/admin/users"));
        assertThat(admin.locator("svg.qr")).isVisible();
        checkLooks(admin, "second-factor");
        String secret = admin.locator("code.mono").first().innerText().replace(" ", "");
        admin.locator("input[name=code]").fill(Installed.output("oathtool", "--totp", "-b", secret));
        admin.locator("form button[type=submit]").first().click();
        assertThat(admin.locator("ul.codes li")).hasCount(10);
        checkLooks(admin, "recovery-codes");
        assertThat(Files.exists(apiHome().resolve("first-password"))).isFalse();
    }

    @Test
    @Order(2)
    void everyPageOfTheAdministratorIsAccessibleInBothLanguagesAndThemes() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("people", "/admin/users");
        pages.put("person-new", "/admin/users/new");
        pages.put("roles", "/admin/roles");
        pages.put("sessions", "/admin/sessions");
        pages.put("reviews", "/admin/reviews");
        pages.put("organizations", "/admin/organizations");
        pages.put("organization", "/admin/organizations/org-21583");
        pages.put("organization-edit", "/admin/organizations/org-21583/edit");
        pages.put("organization-new", "/admin/organizations/new");
        pages.put("organization-move", "/admin/organizations/org-21583/move");
        pages.put("organization-dissolve", "/admin/organizations/org-21583/dissolve");
        pages.put("contact-new", "/admin/organizations/org-21583/contacts/new");
        pages.put("imports", "/admin/organizations/imports");
        pages.put("security", "/me/security");
        pages.put("token-new", "/me/security/tokens/new");
        pages.put("acting", "/me/acting");
        pages.forEach((name, path) -> {
            admin.navigate(browser.at(path));
            checkLooks(admin, name);
            if (path.contains("org-21583/") && !name.equals("contact-new")) {
                assertThat(admin.locator("h1")).containsText("Quy Nhơn");
            }
        });
    }

    @Test
    @Order(3)
    void aPersonIsMadeGetsARoleAndReadsTheAuditLog() {
        admin.navigate(browser.at("/admin/users/new?lang=vi"));
        admin.locator("#name").fill("kiem-toan");
        admin.locator("#displayName").fill("Phạm Thị Dung");
        admin.locator("#organization").selectOption("org-thanh-tra");
        admin.locator("main form button[type=submit]").first().click();
        checkLooks(admin, "one-time-password");
        String oneTime = admin.locator("#one-time-password").innerText().strip();
        admin.navigate(browser.at("/admin/users?q=pham+thi+dung"));
        admin.locator("main table a").first().click();
        admin.locator("select[name=role]").selectOption("AUDITOR");
        admin.locator("select[name=organization]").selectOption("org-tinh-gia-lai");
        admin.locator("form[action$='/roles'] button[type=submit]").first().click();
        assertThat(admin.locator("main")).containsText("Kiểm toán");
        checkLooks(admin, "person");

        Page auditor = browser.open(1440, 900, ColorScheme.LIGHT);
        auditor.navigate(browser.at("/signin?lang=vi"));
        browser.signIn(auditor, "kiem-toan", oneTime);
        replacePassword(auditor, oneTime, AUDITOR_PASSWORD);
        auditor.navigate(browser.at("/audit"));
        assertThat(auditor.locator("main")).containsText("Phạm Thị Dung");
        checkLooks(auditor, "audit");
        auditor.locator("main table a").first().click();
        checkLooks(auditor, "audit-entry");
        auditor.navigate(browser.at("/audit/chain"));
        checkLooks(auditor, "audit-chain");
    }

    @Test
    @Order(4)
    void aThousandOrganizationsComeFromAFileAndEachBadRowIsNamed() {
        StringBuilder file =
                new StringBuilder("id;parent;kind;name;name_en;codes;valid_from;valid_to;predecessors;note\n");
        for (int i = 1; i <= 1_000; i++) {
            String kind = i % 100 == 0 ? "lang" : "enterprise";
            file.append(";org-tinh-gia-lai;%s;Doanh nghiệp %d;;;;;;\n".formatted(kind, i));
        }
        admin.navigate(browser.at("/admin/organizations/imports"));
        admin.locator("#file")
                .setInputFiles(new FilePayload(
                        "doanh-nghiep.csv", "text/csv", file.toString().getBytes(StandardCharsets.UTF_8)));
        admin.locator("form[enctype] button[type=submit]").click();
        Locator apply = admin.locator("form[action$='/apply'] button");
        assertThat(apply)
                .isVisible(new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions()
                        .setTimeout(60_000));
        assertThat(admin.locator("main")).containsText("101"); // the hundredth row stands in line 101
        checkLooks(admin, "import");
    }

    @Test
    @Order(5)
    void aNarrowScreenNeedsNoSidewaysScrolling() {
        admin.setViewportSize(320, 800);
        for (String path : List.of(
                "/admin/users",
                "/admin/roles",
                "/admin/organizations",
                "/admin/organizations/org-21583",
                "/me/security")) {
            admin.navigate(browser.at(path));
            ConsoleBrowser.assertNoSidewaysScrolling(admin);
            ConsoleBrowser.shoot(admin, "narrow" + path.replace('/', '-'));
        }
    }

    private static void replacePassword(Page page, String old, String own) {
        page.locator("#current").fill(old);
        page.locator("#password").fill(own);
        page.locator("#repeated").fill(own);
        page.locator("form[action$='/password'] button[type=submit]").click();
        page.waitForURL(url -> !url.endsWith("/password"));
    }

    private static void checkLooks(Page page, String name) {
        PageLooks.here(browser, page, name);
    }

    private static Path apiHome() throws IOException {
        try (var files = Files.walk(chieng.home(), 3)) {
            return files.filter(Files::isDirectory)
                    .filter(folder -> folder.getFileName().toString().equals("api"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
