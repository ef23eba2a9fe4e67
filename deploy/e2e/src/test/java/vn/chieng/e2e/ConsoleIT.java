package vn.chieng.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The console in Debian's Chromium: whole pages, both languages and themes, by keyboard alone. */
class ConsoleIT {
    private static RunningChieng chieng;
    private static ConsoleBrowser browser;

    @BeforeAll
    static void openBrowser() throws Exception {
        chieng = RunningChieng.shared();
        browser = new ConsoleBrowser(chieng);
        Analyst analyst = Analyst.signIn(chieng, "phan-tich");
        Awaitility.await()
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> !analyst.incidents("").isEmpty());
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void nothingWasComplainedAbout() {
        assertThat(browser.endAndComplaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"vi, LIGHT", "vi, DARK", "en, LIGHT", "en, DARK"})
    void everyPageIsAccessibleAndKeepsItsPolicy(String language, ColorScheme scheme) {
        Page page = browser.open(1440, 900, scheme);
        page.navigate(browser.at("/signin?lang=" + language));
        browser.check(page, "signin", language, scheme);
        browser.signIn(page, "phan-tich");
        browser.check(page, "incidents", language, scheme);
        page.locator("[data-row-id]").first().locator("a[data-page]").focus();
        page.keyboard().press("j");
        page.keyboard().press("Enter");
        assertThat(page.locator("#flyout h2")).isVisible();
        browser.check(page, "flyout", language, scheme);
        page.keyboard().press("Escape");
        page.navigate(browser.at(page.locator("a[data-page]").first().getAttribute("href")));
        browser.check(page, "incident", language, scheme);
        page.navigate(browser.at("/me"));
        browser.check(page, "me", language, scheme);
    }

    @ParameterizedTest
    @CsvSource({"/incidents", "/me"})
    void aNarrowScreenNeedsNoSidewaysScrolling(String path) {
        Page page = browser.open(320, 800, ColorScheme.LIGHT);
        page.navigate(browser.at("/signin"));
        ConsoleBrowser.assertNoSidewaysScrolling(page);
        browser.signIn(page, "phan-tich");
        page.navigate(browser.at(path));
        ConsoleBrowser.assertNoSidewaysScrolling(page);
        ConsoleBrowser.shoot(page, "narrow" + path.replace('/', '-'));
    }

    @Test
    void anIncidentIsAcknowledgedByKeyboardAloneAndAnotherBrowserSeesIt() {
        Page page = browser.open(1440, 900, ColorScheme.LIGHT);
        Page other = browser.open(1440, 900, ColorScheme.LIGHT);
        for (Page each : List.of(page, other)) {
            each.navigate(browser.at("/signin?lang=vi"));
            each.keyboard().type("phan-tich");
            each.keyboard().press("Tab");
            each.keyboard().type(chieng.password("phan-tich"));
            each.keyboard().press("Enter");
            each.waitForURL("**/incidents**");
            assertThat(each.locator("[data-live-state]")).hasAttribute("data-state", "online");
        }
        Locator fresh = page.locator("[data-row-id]", new Page.LocatorOptions().setHasText("Mới"))
                .first();
        String id = fresh.getAttribute("data-row-id");
        fresh.focus();
        page.keyboard().press("x");
        page.keyboard().press("e");

        assertThat(page.locator("[data-row-id='" + id + "']")).containsText("Nguyễn Văn An");
        assertThat(other.locator("[data-row-id='" + id + "']"))
                .containsText("Nguyễn Văn An", new LocatorAssertions.ContainsTextOptions().setTimeout(15_000));
        ConsoleBrowser.shoot(other, "acknowledged-elsewhere");
    }

    @Test
    void aPageIsReachedAndUsedWithoutScript() {
        Page page = browser.openWithoutScript();
        page.navigate(browser.at("/signin"));
        browser.signIn(page, "phan-tich");
        page.locator("a[data-page]").first().click();
        page.locator("textarea[name=text]").fill("ghi chú không cần kịch bản");
        page.locator("form[action$='/comments'] button").press("Enter");

        assertThat(page.locator("#timeline")).containsText("ghi chú không cần kịch bản");
    }

    @Test
    void aPersonWhoIsNotSignedInSeesOnlyTheSignInPage() {
        Page page = browser.open(1440, 900, ColorScheme.LIGHT);
        page.navigate(browser.at("/incidents"));

        assertThat(page.locator("input[name=password]")).isVisible();
        assertThat(page.url()).contains("/signin");
    }
}
