package vn.chieng.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Proxy;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;

/** Debian's Chromium on the console: what every page must hold is checked in one place, and whatever the browser complains of is kept. */
final class ConsoleBrowser implements AutoCloseable {
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final Path SCREENSHOTS = RunningChieng.root().resolve("deploy/e2e/target/screenshots");
    private static final String VIOLATIONS = """
            window.violations = [];
            document.addEventListener('securitypolicyviolation', event =>
                window.violations.push(event.violatedDirective + ' ' + event.blockedURI));
            """;

    private final RunningChieng chieng;
    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new ArrayList<>();
    private final List<BrowserContext> contexts = new ArrayList<>();

    ConsoleBrowser(RunningChieng chieng) {
        this.chieng = chieng;
        Path chromium = Installed.program("chromium", "chromium-browser", "google-chrome");
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
    }

    @Override
    public void close() {
        playwright.close();
    }

    /** Ends what was open and tells what the browser complained of since the last time. */
    List<String> endAndComplaints() {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
        return complaints();
    }

    /** What the browser complained of since the last time. */
    List<String> complaints() {
        List<String> told = new ArrayList<>(complaints);
        complaints.clear();
        if (!told.isEmpty()) {
            told.addAll(chieng.errorsOf("api"));
        }
        return told;
    }

    /** A page of a browser of its own: nobody is signed in. */
    Page open(int width, int height, ColorScheme scheme) {
        return open(new Browser.NewContextOptions(), width, height, scheme);
    }

    /** A browser of its own in which the same person is signed in, with nothing cached. */
    Page openLike(Page signedIn) {
        return open(
                new Browser.NewContextOptions()
                        .setStorageState(signedIn.context().storageState()),
                1440,
                900,
                ColorScheme.LIGHT);
    }

    /** The same behind a network that can be cut. */
    Page openBehind(CutProxy network) {
        return open(
                new Browser.NewContextOptions().setProxy(new Proxy(network.address()).setBypass("<-loopback>")),
                1440,
                900,
                ColorScheme.LIGHT);
    }

    private Page open(Browser.NewContextOptions options, int width, int height, ColorScheme scheme) {
        BrowserContext context = browser.newContext(options.setIgnoreHTTPSErrors(true)
                .setLocale("vi-VN")
                .setTimezoneId("Asia/Ho_Chi_Minh")
                .setColorScheme(scheme)
                // a picture taken while colours change shows neither theme
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(width, height));
        contexts.add(context);
        context.addInitScript(VIOLATIONS);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            boolean grave = message.type().equals("error") || message.type().equals("warning");
            // htmx prints the event of a stream that ended as it is
            boolean ended = isStream(message.location()) || message.text().equals("[object Event]");
            if (grave && !ended) {
                complaints.add(message.type() + ": " + message.text() + " " + message.location() + " at " + page.url());
            }
        });
        page.onPageError(error -> complaints.add("page error: " + error));
        page.onRequestFailed(request -> {
            if (!isStream(request.url())) {
                complaints.add("request failed: " + request.url() + " " + request.failure());
            }
        });
        return page;
    }

    /** A page that is left ends its streams, whatever they were about to answer; that they are open is told by the page itself. */
    private static boolean isStream(String address) {
        return address.contains("/incidents/stream") || address.contains("/notifications/stream");
    }

    /** A page in which no script runs. */
    Page openWithoutScript() {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setIgnoreHTTPSErrors(true)
                .setJavaScriptEnabled(false)
                .setLocale("vi-VN"));
        contexts.add(context);
        return context.newPage();
    }

    /** A page of a browser of its own in which a person of the demo has signed in, in Vietnamese. */
    Page signedIn(String name) {
        Page page = open(1440, 900, ColorScheme.LIGHT);
        page.navigate(at("/signin?lang=vi"));
        signIn(page, name);
        return page;
    }

    /** Signs in a person of the demo and waits for the start page. */
    void signIn(Page page, String name) {
        signIn(page, name, chieng.password(name));
    }

    void signIn(Page page, String name, String password) {
        page.locator("input[name=username]").fill(name);
        page.locator("input[name=password]").fill(password);
        page.locator("form button[type=submit]").first().click();
        page.waitForURL(url -> !url.contains("/signin"));
    }

    void check(Page page, String name, String language, ColorScheme scheme) {
        shoot(page, name + "-" + language + "-" + scheme.name().toLowerCase(Locale.ROOT));
        assertThat(page.locator("html")).hasAttribute("lang", language);
        assertThat(page.evaluate("window.violations"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .isEmpty();
        assertThat(page.content()).doesNotContain("??");
        assertThat(inaccessible(page))
                .as("axe on " + name + " " + language + " " + scheme)
                .isEmpty();
    }

    /** Our pages hold no frames, so axe need not open a page of its own to put their results together, which takes as long again. */
    @SuppressWarnings("deprecation")
    private static List<String> inaccessible(Page page) {
        AxeBuilder axe = new AxeBuilder(page).withTags(WCAG).setLegacyMode(true);
        return axe.analyze().getViolations().stream()
                .flatMap(rule -> rule.getNodes().stream().map(node -> rule.getId() + ": " + node.getHtml()))
                .toList();
    }

    static void assertNoSidewaysScrolling(Page page) {
        Object width = page.evaluate("document.documentElement.scrollWidth");
        assertThat(((Number) width).intValue()).as("width of " + page.url()).isLessThanOrEqualTo(320);
    }

    static void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    String at(String path) {
        return chieng.console() + path;
    }
}
