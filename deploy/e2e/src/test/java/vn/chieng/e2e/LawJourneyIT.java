package vn.chieng.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Law made by two people: a draft that is wrong, then sound, compared, approved by the other, gone back from; and an official list of days. */
@Tag("journey")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LawJourneyIT {
    /** A pack of its own, of an earlier year: nothing that others compute rests on it. */
    private static final String PACK =
            "HT-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);

    private static final String LIMIT = "/law/due?pack=" + PACK + "&limit=appraisal-3&from=13/02/2026";
    private static final String FIFTEEN_DAYS = "13/03/2026";
    private static final String TWENTY_DAYS = "20/03/2026";

    private static ConsoleBrowser browser;
    private static Page editor;
    private static Page approver;
    private static String draft;

    @BeforeAll
    static void openBrowser() {
        RunningChieng chieng = RunningChieng.shared();
        browser = new ConsoleBrowser(chieng);
        editor = browser.signedIn("phap-che");
        approver = browser.signedIn("phap-che-2");
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
    void whatIsWrongInADraftIsTakenButNamedByLineAndNotSubmitted() {
        open("ND331-2026", "1.0", PACK);
        write("pack.yml", "effective-from: 2026-08-19", "effective-from: 2020-01-01\neffective-to: 2020-12-31");
        String retention = text("retention.yml");
        int line = Math.toIntExact(retention.lines().count()) + 1;
        write("retention.yml", retention, retention + "logz: []\n");
        assertThat(editor.locator("#issues")).containsText("Dòng " + line);
        assertThat(editor.locator("#issues")).containsText("unknown key \"logz\"");
        String file = path(editor);
        editor.navigate(draft);
        editor.locator("form[action$='/submit'] button").click();
        assertThat(editor.locator("main .note-error").first()).isVisible();
        assertThat(editor.locator("#issues-title")).isVisible();
        // the browser reports the 422 of the page that says so
        assertThat(browser.complaints()).allMatch(complaint -> complaint.contains("422"));
        new PageLooks(browser, editor).at("law-file-wrong", file).at("law-draft-wrong", path(draft));
    }

    @Test
    @Order(2)
    void aSoundDraftCountsOnceTheOtherApprovedIt() {
        write("retention.yml", "logz: []\n", "");
        assertThat(editor.locator(".law-issues li")).hasCount(0);
        submit();
        assertThat(editor.locator("form[action$='/approve']")).hasCount(0);
        new PageLooks(browser, editor).at("law-draft-own", path(draft));
        new PageLooks(browser, approver).at("law-draft-submitted", path(draft));
        approve();
        assertThat(approver.locator("form[action$='/approve']")).hasCount(0);
        assertThat(due()).containsText(FIFTEEN_DAYS);
        assertThat(due()).containsText(PACK + " 1.0");
    }

    @Test
    @Order(3)
    void aNextVersionShowsWhatWasAndWhatIsAndCountsAnew() {
        open(PACK, "1.0", "");
        write(
                "procedure.yml",
                "{vi: \"Thẩm định cấp độ 3\", en: \"Appraisal of level 3\"}, amount: 15",
                "{vi: \"Thẩm định cấp độ 3\", en: \"Appraisal of level 3\"}, amount: 20");
        editor.navigate(draft);
        Locator change = editor.locator("main tr", new Page.LocatorOptions().setHasText("appraisal-3"))
                .first();
        assertThat(change.locator("td.law-diff").first()).containsText("amount: 15");
        assertThat(change.locator("td.law-diff").last()).containsText("amount: 20");
        submit();
        approve();
        assertThat(due()).containsText(TWENTY_DAYS);
        assertThat(due()).containsText(PACK + " 1.1");
        new PageLooks(browser, editor)
                .at("law-draft-approved", path(draft))
                .at("law-difference", "/law/packs/" + PACK + "/difference?from=1.0&to=1.1")
                .at("law-due", LIMIT);
    }

    @Test
    @Order(4)
    void goingBackGivesTheEarlierResultsUnderANewVersionAndLeavesWhatIsKept() {
        open(PACK, "1.0", "");
        submit();
        approve();
        assertThat(due()).containsText(FIFTEEN_DAYS);
        assertThat(due()).containsText(PACK + " 1.2");
        editor.navigate(browser.at("/law/packs/" + PACK + "/difference?from=1.0&to=1.2"));
        // the head names another version; no rule differs
        assertThat(editor.locator("main tbody tr")).hasCount(1);
        assertThat(editor.locator("main tbody tr .mono").first()).hasText("pack");
        for (String version : new String[] {"1.0", "1.1"}) {
            editor.navigate(browser.at("/law/packs/" + PACK + "?version=" + version + "&q=appraisal-3"));
            assertThat(editor.locator("main")).containsText(version.equals("1.0") ? "amount: 15" : "amount: 20");
        }
        new PageLooks(browser, editor)
                .at("law-packs", "/law")
                .at("law-pack", "/law/packs/" + PACK + "?q=citation:331")
                .at("law-pack-wrong", "/law/packs/" + PACK + "?q=status:nothing");
    }

    @Test
    @Order(5)
    void anOfficialListOfDaysIsTakenAsAWholeOrNamedLineByLine() {
        String header = "first,last,name_vi,name_en,kind,certainty,instead_of\n";
        String off = "05/11/2030,06/11/2030,Nghỉ đổi,Swapped days off,swapped,confirmed,\n";
        take(header + off + "04/11/2030,,,,worked,,05/11/2030\n32/11/2030,,Sai,Wrong,holiday,,\n");
        assertThat(editor.locator("main .note-error")).containsText("Dòng 4");
        // the browser reports the 422 of the page that says so
        assertThat(browser.complaints()).allMatch(complaint -> complaint.contains("422"));
        browser.check(editor, "law-calendar-wrong", "vi", ColorScheme.LIGHT);
        editor.navigate(browser.at("/law/calendar?year=2030"));
        assertThat(editor.locator("main")).not().containsText("Nghỉ đổi");
        take(header + off + "02/11/2030,,,,worked,confirmed,05/11/2030\n");
        assertThat(editor.locator("main .note-good")).isVisible();
        assertThat(editor.locator("main")).containsText("Nghỉ đổi");
        new PageLooks(browser, editor).at("law-calendar", "/law/calendar?year=2030");
        for (String day : new String[] {"2030-11-02", "2030-11-05"}) {
            editor.navigate(browser.at("/law/calendar?year=2030"));
            Locator row = editor.locator("form[action$='/removals']")
                    .filter(new Locator.FilterOptions()
                            .setHas(editor.locator("input[name=first][value='" + day + "']")));
            row.locator("input[name=reason]").fill("hành trình kết thúc");
            row.locator("button").click();
        }
        assertThat(editor.locator("main .note-good")).isVisible();
    }

    private static void take(String csv) {
        editor.navigate(browser.at("/law/calendar?year=2030&lang=vi"));
        editor.locator("#file")
                .setInputFiles(new FilePayload("days.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        editor.locator("#import-reason").fill("Thông báo hoán đổi ngày làm việc");
        editor.locator("form[enctype] button[type=submit]").click();
        editor.waitForLoadState();
    }

    private static void open(String pack, String base, String newPack) {
        editor.navigate(browser.at("/law/packs/" + pack + "?version=" + base + "&lang=vi"));
        editor.locator("#summary").fill("Hành trình " + base);
        editor.locator("#newPack").fill(newPack);
        editor.locator("form[action$='/drafts'] button[type=submit]").click();
        editor.waitForURL(Pattern.compile(".*/law/drafts/[0-9a-f-]+.*"));
        draft = editor.url().replaceAll("[?#].*", "");
    }

    private static String text(String file) {
        editor.navigate(draft + "/files/" + file);
        return editor.locator("#text").inputValue();
    }

    private static void write(String file, String before, String after) {
        String text = text(file);
        assertThat(text).contains(before);
        editor.locator("#text").fill(text.replace(before, after));
        editor.locator("form[action*='/files/'] button[type=submit]").click();
        assertThat(editor.locator("main .note-good")).isVisible();
    }

    private static void submit() {
        editor.navigate(draft);
        editor.locator("form[action$='/submit'] button").click();
        assertThat(editor.locator("form[action$='/submit']")).hasCount(0);
    }

    private static void approve() {
        approver.navigate(draft);
        approver.locator("#decision-reason").fill("Đã đối chiếu Công báo");
        approver.locator("form[action$='/approve'] button").first().click();
        assertThat(approver.locator("main .note-good")).isVisible();
    }

    private static Locator due() {
        editor.navigate(browser.at(LIMIT + "&lang=vi"));
        return editor.locator("main section dl.facts");
    }

    private static String path(Page page) {
        return path(page.url());
    }

    private static String path(String address) {
        return address.substring(browser.at("").length()).replaceAll("[?#].*", "");
    }
}
