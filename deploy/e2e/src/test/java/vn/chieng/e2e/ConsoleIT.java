package vn.chieng.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The console in Debian's Chromium: whole pages, both languages and themes, by keyboard alone. */
class ConsoleIT {
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final Path SCREENSHOTS = RunningChieng.root().resolve("deploy/e2e/target/screenshots");
    private static final String VIOLATIONS = """
            window.violations = [];
            document.addEventListener('securitypolicyviolation', event =>
                window.violations.push(event.violatedDirective + ' ' + event.blockedURI));
            """;

    private static RunningChieng chieng;
    private static Playwright playwright;
    private static Browser browser;

    private final List<String> complaints = new ArrayList<>();
    private BrowserContext context;

    @BeforeAll
    static void openBrowser() throws Exception {
        Path chromium = Installed.program("chromium", "chromium-browser", "google-chrome");
        chieng = RunningChieng.shared();
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setChromiumSandbox(false)
                        .setArgs(List.of(
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
        Analyst analyst = Analyst.signIn(chieng, "phan-tich");
        Awaitility.await()
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> !analyst.incidents("").isEmpty());
    }

    @AfterAll
    static void closeBrowser() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @AfterEach
    void nothingWasComplainedAbout() {
        if (context != null) {
            context.close();
        }
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"vi, LIGHT", "vi, DARK", "en, LIGHT", "en, DARK"})
    void everyPageIsAccessibleAndKeepsItsPolicy(String language, ColorScheme scheme) {
        Page page = open(1440, 900, scheme);
        page.navigate(at("/signin?lang=" + language));
        check(page, "signin", language, scheme);
        signIn(page);
        check(page, "incidents", language, scheme);
        page.locator("[data-row-id]").first().locator("a[data-page]").focus();
        page.keyboard().press("j");
        page.keyboard().press("Enter");
        assertThat(page.locator("#flyout h2")).isVisible();
        check(page, "flyout", language, scheme);
        page.keyboard().press("Escape");
        page.navigate(at(page.locator("a[data-page]").first().getAttribute("href")));
        check(page, "incident", language, scheme);
        page.navigate(at("/me"));
        check(page, "me", language, scheme);
    }

    @ParameterizedTest
    @CsvSource({"/incidents", "/me"})
    void aNarrowScreenNeedsNoSidewaysScrolling(String path) {
        Page page = open(320, 800, ColorScheme.LIGHT);
        page.navigate(at("/signin"));
        assertNoSidewaysScrolling(page);
        signIn(page);
        page.navigate(at(path));
        assertNoSidewaysScrolling(page);
        shoot(page, "narrow" + path.replace('/', '-'));
    }

    @Test
    void anIncidentIsAcknowledgedByKeyboardAloneAndAnotherBrowserSeesIt() {
        Page page = open(1440, 900, ColorScheme.LIGHT);
        Page other = open(1440, 900, ColorScheme.LIGHT);
        for (Page each : List.of(page, other)) {
            each.navigate(at("/signin?lang=vi"));
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
        shoot(other, "acknowledged-elsewhere");
    }

    @Test
    void aPageIsReachedAndUsedWithoutScript() {
        context = browser.newContext(new Browser.NewContextOptions()
                .setIgnoreHTTPSErrors(true)
                .setJavaScriptEnabled(false)
                .setLocale("vi-VN"));
        Page page = context.newPage();
        page.navigate(at("/signin"));
        signIn(page);
        page.locator("a[data-page]").first().click();
        page.locator("textarea[name=text]").fill("ghi chú không cần kịch bản");
        page.locator("form[action$='/comments'] button").press("Enter");

        assertThat(page.locator("#timeline")).containsText("ghi chú không cần kịch bản");
    }

    @Test
    void aPersonWhoIsNotSignedInSeesOnlyTheSignInPage() {
        Page page = open(1440, 900, ColorScheme.LIGHT);
        page.navigate(at("/incidents"));

        assertThat(page.locator("input[name=password]")).isVisible();
        assertThat(page.url()).contains("/signin");
    }

    private Page open(int width, int height, ColorScheme scheme) {
        context = browser.newContext(new Browser.NewContextOptions()
                .setIgnoreHTTPSErrors(true)
                .setLocale("vi-VN")
                .setTimezoneId("Asia/Ho_Chi_Minh")
                .setColorScheme(scheme)
                .setViewportSize(width, height));
        context.addInitScript(VIOLATIONS);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.type() + ": " + message.text() + " at " + page.url());
            }
        });
        page.onPageError(error -> complaints.add("page error: " + error));
        page.onRequestFailed(request -> {
            if (!request.url().endsWith("/incidents/stream")) {
                complaints.add("request failed: " + request.url() + " " + request.failure());
            }
        });
        return page;
    }

    private static void signIn(Page page) {
        page.locator("input[name=username]").fill("phan-tich");
        page.locator("input[name=password]").fill(chieng.password("phan-tich"));
        page.locator("form button[type=submit]").first().click();
        page.waitForURL("**/incidents**");
    }

    private void check(Page page, String name, String language, ColorScheme scheme) {
        shoot(page, name + "-" + language + "-" + scheme.name().toLowerCase(Locale.ROOT));
        assertThat(page.locator("html")).hasAttribute("lang", language);
        assertThat(page.evaluate("window.violations"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .isEmpty();
        assertThat(page.content()).doesNotContain("??");
        List<String> violations = new ArrayList<>();
        for (Rule rule : new AxeBuilder(page).withTags(WCAG).analyze().getViolations()) {
            rule.getNodes().forEach(node -> violations.add(rule.getId() + ": " + node.getHtml()));
        }
        assertThat(violations)
                .as("axe on " + name + " " + language + " " + scheme)
                .isEmpty();
    }

    private static void assertNoSidewaysScrolling(Page page) {
        Object width = page.evaluate("document.documentElement.scrollWidth");
        assertThat(((Number) width).intValue()).as("width of " + page.url()).isLessThanOrEqualTo(320);
    }

    private static void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    private static String at(String path) {
        return chieng.console() + path;
    }
}
