package vn.chieng.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Somebody signs in, gets a second role by delegation, changes between the two, and loses it again. */
@Tag("journey")
class SignInJourneyIT {
    private static final String OPERATOR = "Đơn vị vận hành";
    private static final String OWNER = "Chủ quản hệ thống thông tin";

    private static ConsoleBrowser browser;

    @BeforeAll
    static void open() {
        browser = new ConsoleBrowser(RunningChieng.shared());
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
    void aWrongPasswordSaysSoAndARoleGivenForADayIsActedInUntilItIsTakenBack() {
        Page operator = browser.open(1440, 900, ColorScheme.LIGHT);
        operator.navigate(browser.at("/signin?lang=vi"));
        operator.locator("input[name=username]").fill("van-hanh");
        operator.locator("input[name=password]").fill("không phải mật khẩu này");
        operator.locator("form button[type=submit]").first().click();
        assertThat(operator.locator("[role=alert]:visible").first()).isVisible();
        Page owner = browser.signedIn("chu-quan");
        delegate(owner);
        browser.signIn(operator, "van-hanh");
        assertThat(operator.locator(".side-who")).containsText(OPERATOR);

        actAs(operator, OWNER);
        assertThat(operator.locator(".side-who")).containsText(OWNER);
        assertThat(operator.locator("#navigation a[href='/incidents']")).hasCount(1);
        actAs(operator, OPERATOR);
        assertThat(operator.locator(".side-who")).containsText(OPERATOR);

        owner.navigate(browser.at("/delegations"));
        owner.locator("details:has(form[action$='/withdraw']) summary").first().click();
        Locator withdraw = owner.locator("form[action$='/withdraw']").first();
        withdraw.locator("[name=reason]").fill("hết ngày trực");
        withdraw.locator("button[type=submit]").click();
        operator.navigate(browser.at("/me/acting"));
        assertThat(operator.locator("main form[action$='/me/acting']")).hasCount(0);
    }

    private static void delegate(Page owner) {
        owner.navigate(browser.at("/delegations"));
        owner.locator("#receiver").fill("van-hanh");
        owner.locator("#organization").selectOption(new SelectOption().setIndex(0));
        owner.locator("#duties").fill("theo dõi sự cố trong ngày");
        owner.locator("#authorization").fill("15/UQ-STC");
        owner.locator("#lastDay")
                .fill(LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).plusDays(1).toString());
        owner.locator("main > form button[type=submit]").click();
        assertThat(owner.locator("main table")).containsText("van-hanh");
    }

    private static void actAs(Page page, String role) {
        page.navigate(browser.at("/me/acting"));
        page.locator("tr", new Page.LocatorOptions().setHasText(role))
                .locator("form button")
                .click();
    }
}
