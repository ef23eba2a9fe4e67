package vn.chieng.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An incident from its first look to its closing, which a running legal clock keeps open; and two people who change it at once. */
@Tag("journey")
class ClocksJourneyIT {
    private static final String ATTACKER = "198.51.100.80";
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    private static RunningChieng chieng;
    private static ConsoleBrowser browser;
    private static String incident;

    @BeforeAll
    static void open() throws Exception {
        chieng = RunningChieng.shared();
        browser = new ConsoleBrowser(chieng);
        incident = Attack.page(chieng, ATTACKER, "phan-tich");
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void nothingWasComplainedAbout() {
        // the two refusals that this is about are told by the browser too
        assertThat(browser.endAndComplaints())
                .filteredOn(complaint -> !complaint.contains("status of 409"))
                .isEmpty();
    }

    @Test
    void closingIsRefusedWhileAClockRunsAndWorksOnceTheSendingIsProven() {
        Page lead = browser.signedIn("truong-soc");
        Page colleague = browser.signedIn("phan-tich");
        lead.navigate(browser.at(incident));
        colleague.navigate(browser.at(incident));
        lead.locator("form[action$='/acknowledge'] button").click();
        lead.locator("form[action$='/undo'] button").click();
        assertThat(lead.locator("#incident-head")).containsText("Mới tiếp nhận");
        lead.locator("form[action$='/acknowledge'] button").click();
        assertThat(lead.locator("#incident-head")).containsText("Hoàng Gia Bảo");

        // the colleague's page still has the version it was opened with
        Locator stale = colleague.locator("form[action$='/severity']");
        unfold(stale);
        stale.locator("select").selectOption("M3");
        stale.locator("textarea").fill("phạm vi hẹp");
        stale.locator("button[type=submit]").click();
        assertThat(colleague.locator("section.note-error[role=alert]")).containsText("Hoàng Gia Bảo");

        lead.navigate(browser.at(incident + "/classification"));
        for (Locator no :
                lead.locator("main fieldset input[type=radio][value=false]").all()) {
            no.check();
        }
        lead.locator("form[action$='/classification'] button[type=submit]").click();
        lead.navigate(browser.at(incident));
        Locator severity = lead.locator("form[action$='/severity']");
        unfold(severity);
        severity.locator("select").selectOption("M2");
        severity.locator("textarea").fill("máy chủ dùng chung");
        severity.locator("button[type=submit]").click();
        for (String to : new String[] {"CONFIRMED", "CONTAINING", "REMEDIATING", "RECOVERED", "AWAITING_REPORT"}) {
            move(lead, to);
        }
        move(lead, "CLOSED");
        Locator refused = lead.locator("section.note-error[role=alert]");
        assertThat(refused).containsText("C24");
        assertThat(refused).containsText("C72");
        ConsoleBrowser.shoot(lead, "closing-refused");
        refused.locator("li a").first().click();
        lead.waitForURL("**/clocks**");
        for (String clock : List.of("CNB", "C24", "C72")) {
            send(lead, clock);
        }
        ConsoleBrowser.shoot(lead, "clocks-sent");
        lead.navigate(browser.at(incident));
        move(lead, "CLOSED");
        assertThat(lead.locator("#incident-head")).containsText("Đã đóng");
    }

    private static void send(Page page, String clock) {
        page.navigate(browser.at(incident + "/clocks"));
        Locator form = page.locator("#clock-" + clock + " form[action$='/clocks/sending']");
        unfold(form);
        form.locator("[name=at]")
                .fill(LocalDateTime.now(ZoneId.of("Asia/Ho_Chi_Minh")).format(TYPED));
        form.locator("[name=proof]").fill("biên nhận PA05");
        form.locator("button[type=submit]").click();
        assertThat(page.locator("#clock-" + clock + " h3")).containsText("đã gửi");
    }

    /** Takes a step of the procedure and fills what it asks for. */
    private static void move(Page page, String to) {
        Locator form = page.locator("form[action$='/move']:has(input[name=to][value=" + to + "])");
        unfold(form);
        for (Locator choice : form.locator("select[required]").all()) {
            choice.selectOption(new SelectOption().setIndex(1));
        }
        for (Locator text :
                form.locator("textarea[required], textarea[name=cause]").all()) {
            text.fill("ghi chú");
        }
        form.locator("button[type=submit]").click();
    }

    private static void unfold(Locator form) {
        Locator details = form.locator("xpath=ancestor::details");
        if (details.count() > 0 && details.first().getAttribute("open") == null) {
            details.first().locator("summary").click();
        }
    }
}
