package vn.chieng.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A rule's way through the processes: imported, enabled, matching, explained from the incident, excepted. */
@Tag("journey")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RulesJourneyIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** What the product promises for a change of rules, and as much again for a machine that does other things besides. */
    private static final Duration RELOAD = Duration.ofSeconds(4);

    private static final String RUN = UUID.randomUUID().toString();
    private static final String RULE = UUID.randomUUID().toString();
    private static final String HOST = "rules-" + RUN.substring(0, 8);

    private static RunningChieng chieng;
    private static ConsoleBrowser browser;
    private static Page lead;
    private static Analyst analyst;
    private static NumberedLines lines;
    private static long incident;

    @BeforeAll
    static void openBrowser() throws Exception {
        chieng = RunningChieng.shared();
        browser = new ConsoleBrowser(chieng);
        analyst = Analyst.signIn(chieng, "phan-tich");
        lines = new NumberedLines("127.0.0.24", chieng.syslogPort(), HOST);
        lead = browser.open(1280, 900, ColorScheme.LIGHT);
        lead.navigate(browser.at("/signin?lang=vi"));
        browser.signIn(lead, "truong-soc");
    }

    @AfterAll
    static void closeBrowser() throws IOException {
        if (browser != null) {
            browser.close();
            lines.close();
        }
    }

    @AfterEach
    void nothingWasComplainedAbout() {
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    @Order(1)
    void anArchiveIsPreviewedWithWhatIsWrongAndThenTaken() throws Exception {
        lead.navigate(browser.at("/rules/imports"));
        lead.locator("#file").setInputFiles(new FilePayload("release.zip", "application/zip", archive()));
        lead.locator("form[enctype] button[type=submit]").click();
        assertThat(lead.locator("#accept")).isVisible(patiently());
        assertThat(lead.locator(".tiles")).containsText("Mới");
        assertThat(lead.locator("main")).containsText("rules/linux/broken.yml:7:5");
        browser.check(lead, "rules-import", "vi", ColorScheme.LIGHT);
        lead.locator("#accept button[type=submit]").click();
        assertThat(lead.locator("#job-title"))
                .containsText("Đã nhập", new LocatorAssertions.ContainsTextOptions().setTimeout((double)
                                PATIENCE.toMillis()));
        lead.navigate(browser.at("/rules?q=" + RULE));
        assertThat(lead.locator("main tbody tr")).containsText("Đang tắt");
    }

    @Test
    @Order(2)
    void anEnabledRuleDetectsWithinSecondsAndOpensAnIncident() throws Exception {
        lines.sendFor(Duration.ofSeconds(1), "sign " + RUN);
        lead.navigate(browser.at("/rules/" + RULE));
        long pressed = System.nanoTime();
        lead.locator("form[action$='/enable'] button").click();
        lines.sendFor(Duration.ofSeconds(4), "sign " + RUN);
        incident = Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> analyst.incidents(HOST), found -> !found.isEmpty())
                .getFirst()
                .get("id")
                .asLong();
        int first = analyst.evidence(incident).stream()
                .mapToInt(NumberedLines::number)
                .min()
                .orElseThrow();
        Duration taken = Duration.ofNanos(lines.sentAt(first) - pressed);
        System.err.printf("enable to first detected event: %d ms%n", taken.toMillis());
        assertThat(taken).isLessThan(RELOAD);
        assertThat(lead.locator(".page-head")).containsText("Đang bật");
    }

    @Test
    @Order(3)
    void theRulesPageShowsWhatTheEngineCounted() {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            lead.navigate(browser.at("/rules/" + RULE));
            assertThat(lead.locator("#statistics").innerText()).contains("Lần khớp", "Khớp gần nhất");
        });
        browser.check(lead, "rule", "vi", ColorScheme.LIGHT);
    }

    @Test
    @Order(4)
    void theIncidentsEvidenceLeadsToWhyItMatched() {
        lead.navigate(browser.at("/incidents/" + incident + "/evidence"));
        Locator why = lead.locator("main table a[href$='/why']").first();
        String address = why.getAttribute("href");
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            lead.navigate(browser.at(address));
            assertThat(lead.locator("main").innerText()).contains("Luật khớp với sự kiện này", "message", RUN);
        });
        browser.check(lead, "rule-why", "vi", ColorScheme.LIGHT);
        lead.locator("main a[href='/rules/" + RULE + "']").first().click();
        assertThat(lead.locator("h1")).containsText("Dấu vết hành trình");
    }

    @Test
    @Order(5)
    void anExceptionKeepsTheNextEventFromAlerting() throws Exception {
        lead.navigate(browser.at("/rules/" + RULE));
        excepts("known:\n  message|containz: 'scanner-'\ncondition: not known");
        assertThat(lead.locator("main")).containsText("2:3 unknown modifier containz");
        // the browser reports the 422 of the page that says so
        assertThat(browser.complaints()).allMatch(complaint -> complaint.contains("422"));
        excepts("known:\n  message|contains: 'scanner-'\ncondition: not known");
        assertThat(lead.locator("#tuning")).containsText("máy quét của trung tâm");
        long saved = System.nanoTime();
        String excepted = "scanner-7 sign " + RUN;
        lines.sendFor(Duration.ofSeconds(5), excepted);
        int last = lines.send(excepted);
        int control = lines.send("sign " + RUN);
        List<Integer> seen = Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(
                        () -> analyst.evidence(incident).stream()
                                .map(NumberedLines::number)
                                .toList(),
                        numbers -> numbers.contains(control));
        assertThat(seen).doesNotContain(last);
        long latest = seen.stream()
                .filter(number -> number < last)
                .mapToLong(lines::sentAt)
                .max()
                .orElse(saved);
        Duration taken = Duration.ofNanos(Math.max(0, latest - saved));
        System.err.printf("exception saved to last event that alerted: %d ms%n", taken.toMillis());
        assertThat(taken).isLessThan(RELOAD);
    }

    @Test
    @Order(6)
    void whatWasSignedIsTriedOutAndVersionsAreCompared() {
        lead.navigate(browser.at("/rules/" + RULE + "/tryout?hours=1"));
        assertThat(lead.locator("main table").last()).containsText(HOST);
        assertThat(lead.locator("main a[href*='/explain?index=']").first()).isVisible();
        lead.navigate(browser.at("/rules/" + RULE + "/diff?from=2&to=3"));
        assertThat(lead.locator("main .code-added", new Page.LocatorOptions().setHasText("scanner-"))
                        .first())
                .isVisible();
        new PageLooks(browser, lead)
                .at("rule-tryout", "/rules/" + RULE + "/tryout?hours=1")
                .at("rule-diff", "/rules/" + RULE + "/diff?from=2&to=3")
                .at("rule-explain", "/rules/" + RULE + "/explain")
                .at("rule-excepted", "/rules/" + RULE);
    }

    @Test
    @Order(7)
    void aListOfIndicatorsIsComparedTakenAndOneOfThemWithdrawn() {
        String name = "journey-" + RUN + ".example-bad.net";
        String list =
                "value,source,confidence,description\n" + name + ",NCSC,80,máy chủ điều khiển\n10.1.2.3,NCSC,80,\n";
        lead.navigate(browser.at("/indicators/imports?lang=vi"));
        lead.locator("#file")
                .setInputFiles(new FilePayload("list.csv", "text/csv", list.getBytes(StandardCharsets.UTF_8)));
        lead.locator("form[enctype] button[type=submit]").click();
        Locator apply = lead.locator("form[action$='/apply'] button");
        assertThat(apply).isVisible(patiently());
        assertThat(lead.locator("main")).containsText("10.1.2.3");
        String address = lead.url().substring(browser.at("").length());
        apply.click();
        assertThat(lead.locator("#job-title")).hasText("Đã áp dụng", patience());
        lead.navigate(browser.at("/indicators?q=" + RUN));
        lead.locator("main tbody a").first().click();
        String indicator = lead.url().substring(browser.at("").length());
        lead.locator("#reason").fill("máy của chính chúng ta");
        lead.locator("form[action$='/withdraw'] button").click();
        assertThat(lead.locator("main")).containsText("máy của chính chúng ta");
        new PageLooks(browser, lead)
                .at("indicators", "/indicators?state=all")
                .at("indicator", indicator)
                .at("indicator-import", address.replaceAll("[?].*", ""))
                .at("indicator-imports", "/indicators/imports");
    }

    private static LocatorAssertions.HasTextOptions patience() {
        return new LocatorAssertions.HasTextOptions().setTimeout((double) PATIENCE.toMillis());
    }

    private static void excepts(String text) {
        if (lead.locator("#filter-reason").isHidden()) {
            lead.locator("#tuning > details > summary").last().click();
        }
        if (lead.locator("#filter-text").isHidden()) {
            lead.locator("details.written > summary").click();
        }
        lead.locator("#filter-text").fill(text);
        lead.locator("#filter-reason").fill("máy quét của trung tâm");
        lead.locator("form[action$='/filters'] button[type=submit]").click();
        lead.waitForLoadState();
    }

    private static LocatorAssertions.IsVisibleOptions patiently() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout((double) PATIENCE.toMillis());
    }

    private static byte[] archive() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            add(zip, "rules/linux/journey.yml", rule(RULE, "contains"));
            add(zip, "rules/linux/other.yml", rule(UUID.randomUUID().toString(), "endswith"));
            add(zip, "rules/linux/broken.yml", rule(UUID.randomUUID().toString(), "nonsense"));
            add(zip, "README.md", "not a rule");
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String rule(String id, String modifier) {
        return """
                title: Dấu vết hành trình
                id: %s
                logsource: {product: linux, service: sshd}
                status: test
                detection:
                  sign:
                    message|%s: 'sign %s'
                  condition: sign
                level: critical
                """.formatted(id, modifier, RUN);
    }
}
