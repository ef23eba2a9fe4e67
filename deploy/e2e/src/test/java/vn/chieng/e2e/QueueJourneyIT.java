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

/** The queue in three browsers at once: work by keys, new incidents without a jump, a stream that breaks and comes back. */
class QueueJourneyIT {
    private static final LocatorAssertions.ContainsTextOptions SOON =
            new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);
    private static final LocatorAssertions.IsVisibleOptions LATER =
            new LocatorAssertions.IsVisibleOptions().setTimeout(120_000);
    private static final String PLACE =
            "[scrollY, document.activeElement.dataset.rowId, document.activeElement.getBoundingClientRect().left]";

    private static RunningChieng chieng;
    private static ConsoleBrowser browser;
    private static Analyst analyst;

    @BeforeAll
    static void open() throws Exception {
        chieng = RunningChieng.shared();
        browser = new ConsoleBrowser(chieng);
        analyst = Analyst.signIn(chieng, "phan-tich");
        Awaitility.await()
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> !analyst.incidents("").isEmpty());
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void endPages() {
        browser.endAndComplaints();
    }

    @Test
    void whatOneFiltersSelectsAndTakesByKeysChangesInTheOthers() throws Exception {
        Attack.from(chieng, "198.51.100.76");
        Attack.incident(analyst, "198.51.100.76");
        List<Page> pages = List.of(signedIn(), signedIn(), signedIn());
        Page page = pages.getFirst();
        page.locator("#q").fill("status:new ip:198.51.100.76");
        page.keyboard().press("Enter");
        page.waitForURL("**q=status**");
        assertThat(page.locator(".chip").filter(new Locator.FilterOptions().setHasText("status:new")))
                .isVisible();
        online(page);
        Locator first = page.locator("[data-row-id]").first();
        String id = first.getAttribute("data-row-id");
        first.focus();
        page.keyboard().press("x");
        page.keyboard().press("e");

        assertThat(page.locator("#rows [role=status]")).containsText("Xong 1");
        for (Page other : pages.subList(1, 3)) {
            assertThat(other.locator("[data-row-id='" + id + "']")).containsText("Nguyễn Văn An", SOON);
        }
        page.locator(".undo button").click();
        assertThat(page.locator("#rows [role=status]")).containsText("Hoàn tác");
        assertThat(pages.getLast().locator("[data-row-id='" + id + "']")).containsText("Mới tiếp nhận", SOON);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void oneKeyAndAReasonEscalateWhatTheOthersThenSeeMarked() throws Exception {
        Attack.from(chieng, "198.51.100.79");
        Attack.incident(analyst, "198.51.100.79");
        Page other = signedIn();
        Page page = signedIn();
        page.locator("#q").fill("ip:198.51.100.79");
        page.keyboard().press("Enter");
        page.waitForURL("**q=ip**");
        Locator first = page.locator("[data-row-id]").first();
        String id = first.getAttribute("data-row-id");
        first.focus();
        page.keyboard().press("l");
        page.locator("textarea[name=note]").fill("cần quyết định ngắt mạng");
        page.locator("main form .btn-primary").click();

        assertThat(page.locator("#rows [role=status]")).containsText("Đã chuyển cấp trên");
        assertThat(other.locator("[data-row-id='" + id + "']")).containsText("Chờ cấp trên", SOON);
        browser.check(page, "desk-escalated-queue", "vi", ColorScheme.LIGHT);
        page.navigate(browser.at("/incidents/" + id));
        assertThat(page.locator("main")).containsText("cần quyết định ngắt mạng");
        browser.check(page, "desk-escalated", "vi", ColorScheme.LIGHT);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aNewIncidentMovesNeitherFocusNorScrollAndStaysOutOfAListItDoesNotBelongTo() throws Exception {
        Page page = signedIn();
        Page narrow = signedIn();
        narrow.navigate(browser.at("/incidents?q=number:nothing"));
        online(narrow);
        page.locator("[data-row-id]").first().focus();
        Object before = page.evaluate(PLACE);
        Attack.from(chieng, "198.51.100.77");

        assertThat(page.locator("[data-live-new]")).isVisible(LATER);
        assertThat(page.evaluate(PLACE)).isEqualTo(before);
        assertThat(narrow.locator("[data-live-new]")).isHidden();
        Attack.incident(analyst, "198.51.100.77");
        page.locator("[data-live-new]").click();
        assertThat(page.locator("#rows")).containsText(Attack.machine("198.51.100.77"), SOON);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aBrokenStreamSaysSoAndCatchesUpWithoutDuplicates() throws Exception {
        try (var network = new CutProxy()) {
            Page page = browser.openBehind(network);
            signIn(page);
            Locator words = page.locator("[data-live-state]");
            assertThat(words).hasText("Trực tuyến");
            network.cut();
            assertThat(words)
                    .hasText("Mất kết nối, đang thử lại…", new LocatorAssertions.HasTextOptions().setTimeout(30_000));
            Page other = signedIn();
            Attack.from(chieng, "198.51.100.78");
            assertThat(other.locator("[data-live-new]")).isVisible(LATER);
            Attack.incident(analyst, "198.51.100.78");

            network.mend();
            online(page);
            assertThat(words).hasText("Trực tuyến");
            assertThat(page.locator("#rows")).containsText(Attack.machine("198.51.100.78"), SOON);
            List<?> ids =
                    (List<?>) page.locator("[data-row-id]").evaluateAll("rows => rows.map(row => row.dataset.rowId)");
            assertThat(ids).isNotEmpty().doesNotHaveDuplicates();
        }
    }

    private static Page signedIn() {
        Page page = browser.open(1440, 900, ColorScheme.LIGHT);
        signIn(page);
        return page;
    }

    private static void signIn(Page page) {
        page.navigate(browser.at("/signin?lang=vi"));
        browser.signIn(page, "phan-tich");
        page.navigate(browser.at("/incidents?state=open"));
        online(page);
    }

    private static void online(Page page) {
        assertThat(page.locator("[data-live-state]"))
                .hasAttribute("data-state", "online", new LocatorAssertions.HasAttributeOptions().setTimeout(60_000));
    }
}
