package vn.chieng.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Everywhere that the menu leads, and every page of the incident desk: axe, policy, console, failed requests, 320 pixels, both languages and themes. */
@Tag("journey")
class PagesJourneyIT {
    private static final String ATTACKER = "198.51.100.81";

    private static RunningChieng chieng;
    private static ConsoleBrowser browser;
    private static String incident;

    @BeforeAll
    static void open() throws Exception {
        chieng = RunningChieng.shared();
        browser = new ConsoleBrowser(chieng);
        incident = Attack.page(chieng, ATTACKER, "truong-soc");
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void nothingWasComplainedAbout() {
        assertThat(browser.endAndComplaints()).isEmpty();
    }

    @Test
    void everyPageOfTheDeskHoldsWhatEveryPageMust() {
        Page page = browser.signedIn("truong-soc");
        var looks = new PageLooks(browser, page);
        List<Executable> pages = new ArrayList<>();
        pages.add(() -> looks.both("desk-queue", "/incidents?state=all"));
        pages.add(() -> looks.at("desk-groups", "/incidents?state=all&group=rule"));
        pages.add(() -> looks.at("desk-wall", "/incidents?state=all&kiosk=1"));
        for (String tab : links(page, incident, ".tabs a")) {
            pages.add(
                    () -> looks.both("desk-incident" + tab.replace(incident, "").replace('/', '-'), tab));
        }
        String event = links(page, incident + "/evidence", "main a[href^='/logs/event']")
                .getFirst();
        pages.add(() -> looks.at("desk-event", event));
        pages.add(() -> looks.at("desk-logs", "/logs?q=sshd"));
        pages.add(() -> looks.at("desk-notices", "/notifications"));
        pages.add(() -> looks.at("desk-notice-preferences", "/me/notifications"));
        assertAll(pages);
    }

    @Test
    void everythingInTheMenuOfThreePeopleHoldsWhatEveryPageMust() {
        List<Executable> pages = new ArrayList<>();
        for (String name : List.of("truong-soc", "chu-quan", "lanh-dao")) {
            Page page = browser.signedIn(name);
            var looks = new PageLooks(browser, page);
            for (String path : links(page, "/me", "#navigation .side-menu a")) {
                pages.add(() -> looks.at("menu-" + name + path.replace('/', '-'), path));
            }
            if (name.equals("lanh-dao")) {
                String unit = links(page, "/overview", "main a[href*='/overview/communes/']")
                        .getFirst();
                pages.add(() -> looks.at("unit", unit));
            }
        }
        assertAll(pages);
    }

    /** The addresses that a part of a page leads to, in their order. */
    private static List<String> links(Page page, String path, String selector) {
        page.navigate(browser.at(path));
        List<String> links = page.locator(selector).all().stream()
                .map(link -> link.getAttribute("href"))
                .distinct()
                .toList();
        assertThat(links).as(path + " " + selector).isNotEmpty();
        return links;
    }
}
