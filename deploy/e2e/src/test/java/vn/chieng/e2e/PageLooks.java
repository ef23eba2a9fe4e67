package vn.chieng.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;

/** Looks at pages one after another in both languages and themes, the pairs in turn, and on a narrow screen. */
final class PageLooks {
    private static final int NARROW = 320;
    private static final int WIDE = 1440;
    private static final int HEIGHT = 900;

    private final ConsoleBrowser browser;
    private final Page page;
    private final Set<String> seen = new HashSet<>();
    private int turn;

    PageLooks(ConsoleBrowser browser, Page page) {
        this.browser = browser;
        this.page = page;
    }

    /** What every page must hold holds of this one: in one language, the next page in the other. */
    PageLooks at(String name, String path) {
        look(name, path, turn % 2 == 1, turn % 2 == 1 ? ColorScheme.DARK : ColorScheme.LIGHT);
        narrow(name);
        turn++;
        return this;
    }

    /** The same in both languages, each in one theme, the next page the other way round; a page seen before is passed by. */
    PageLooks both(String name, String path) {
        if (!seen.add(path.replaceFirst("[?#].*", ""))) {
            return this;
        }
        boolean dark = turn++ % 2 == 1;
        look(name, path, true, dark ? ColorScheme.LIGHT : ColorScheme.DARK);
        look(name, path, false, dark ? ColorScheme.DARK : ColorScheme.LIGHT);
        narrow(name);
        return this;
    }

    /** The page that is open, in both languages; one that was answered to a form is looked at as it is. */
    static void here(ConsoleBrowser browser, Page page, String name) {
        URI address = URI.create(page.url());
        boolean repeatable =
                page.locator("a[hreflang]").first().getAttribute("href").startsWith(address.getPath());
        if (repeatable) {
            String path = address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
            var looks = new PageLooks(browser, page);
            looks.look(name, path.replaceFirst("[?&]lang=..", ""), true, ColorScheme.DARK);
            looks.look(name, path.replaceFirst("[?&]lang=..", ""), false, ColorScheme.LIGHT);
        } else {
            browser.check(page, name, "vi", ColorScheme.LIGHT);
        }
    }

    private void look(String name, String path, boolean english, ColorScheme scheme) {
        String language = english ? "en" : "vi";
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        int status = page.navigate(browser.at(path + (path.contains("?") ? "&" : "?") + "lang=" + language))
                .status();
        assertThat(status).as(path).isEqualTo(200);
        browser.check(page, name, language, scheme);
    }

    private void narrow(String name) {
        page.setViewportSize(NARROW, HEIGHT);
        ConsoleBrowser.assertNoSidewaysScrolling(page);
        ConsoleBrowser.shoot(page, name + "-narrow");
        page.setViewportSize(WIDE, HEIGHT);
    }
}
