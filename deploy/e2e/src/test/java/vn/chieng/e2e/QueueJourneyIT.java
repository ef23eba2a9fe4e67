package vn.chieng.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The queue in three browsers at once: work by keys, new incidents without a jump, a stream that breaks and comes back. */
class QueueJourneyIT {
    private static final LocatorAssertions.ContainsTextOptions SOON =
            new LocatorAssertions.ContainsTextOptions().setTimeout(20_000);

    private static RunningChieng chieng;
    private static ConsoleBrowser browser;

    @BeforeAll
    static void open() throws Exception {
        chieng = RunningChieng.shared();
        browser = new ConsoleBrowser(chieng);
        Analyst analyst = Analyst.signIn(chieng, "phan-tich");
        Awaitility.await()
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> !analyst.incidents("?state=new").isEmpty());
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void whatOneFiltersSelectsAndTakesByKeysChangesInTheOthers() {
        List<Page> pages = List.of(signedIn(), signedIn(), signedIn());
        Page page = pages.getFirst();
        page.locator("#q").fill("status:new");
        page.keyboard().press("Enter");
        page.waitForURL("**q=status**");
        assertThat(page.locator(".chip").first()).containsText("status:new");
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
    }

    @Test
    void aNewIncidentMovesNeitherFocusNorScrollAndStaysOutOfAListItDoesNotBelongTo() throws Exception {
        Page page = signedIn();
        Page narrow = signedIn();
        narrow.navigate(browser.at("/incidents?q=number:nothing"));
        online(narrow);
        Locator row = page.locator("[data-row-id]").first();
        row.focus();
        Object before = page.evaluate(
                "[scrollY, document.activeElement.dataset.rowId, document.activeElement.getBoundingClientRect().left]");
        attack("198.51.100.77");

        assertThat(page.locator("[data-live-new]"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
        assertThat(
                        page.evaluate(
                                "[scrollY, document.activeElement.dataset.rowId, document.activeElement.getBoundingClientRect().left]"))
                .isEqualTo(before);
        assertThat(narrow.locator("[data-live-new]")).isHidden();
        page.locator("[data-live-new]").click();
        assertThat(page.locator("#rows")).containsText("198.51.100.77", SOON);
    }

    @Test
    void aBrokenStreamSaysSoAndCatchesUpWithoutDuplicates() throws Exception {
        Page page = signedIn();
        page.context().setOffline(true);
        Page other = signedIn();
        attack("198.51.100.78");
        assertThat(other.locator("[data-live-new]"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
        page.context().setOffline(false);
        page.reload();
        online(page);
        Locator rows = page.locator("[data-row-id]");
        assertThat(page.locator("#rows")).containsText("198.51.100.78", SOON);
        List<?> ids = (List<?>) rows.evaluateAll("rows => rows.map(row => row.dataset.rowId)");
        assertThat(ids).doesNotHaveDuplicates();
    }

    private static Page signedIn() {
        Page page = browser.open(1440, 900, ColorScheme.LIGHT);
        page.navigate(browser.at("/signin?lang=vi"));
        browser.signIn(page, "phan-tich");
        page.navigate(browser.at("/incidents?state=open"));
        online(page);
        return page;
    }

    private static void online(Page page) {
        assertThat(page.locator("[data-live-state]"))
                .hasAttribute("data-state", "online", new LocatorAssertions.HasAttributeOptions().setTimeout(20_000));
    }

    /** Enough failed sign-ins from one address for a rule to find them. */
    private static void attack(String address) throws Exception {
        try (var sender = new SyslogConnection("127.0.0.1", chieng.syslogPort())) {
            for (int port = 50_000; port < 50_012; port++) {
                sender.send("<86>1 " + Clock.systemUTC().instant()
                        + " web-journey sshd 100 - - Failed password for root from " + address + " port " + port
                        + " ssh2");
            }
        }
    }
}
