package vn.chieng.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

/** Looks at pages one after another: Vietnamese in light and English in dark in turn, each also on a narrow screen. */
final class PageLooks {
    private static final int NARROW = 320;
    private static final int WIDE = 1440;
    private static final int HEIGHT = 900;

    private final ConsoleBrowser browser;
    private final Page page;
    private boolean english;

    PageLooks(ConsoleBrowser browser, Page page) {
        this.browser = browser;
        this.page = page;
    }

    /** What every page must hold holds of this one. */
    PageLooks at(String name, String path) {
        String language = english ? "en" : "vi";
        ColorScheme scheme = english ? ColorScheme.DARK : ColorScheme.LIGHT;
        english = !english;
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        int status = page.navigate(browser.at(path + (path.contains("?") ? "&" : "?") + "lang=" + language))
                .status();
        assertThat(status).as(path).isEqualTo(200);
        browser.check(page, name, language, scheme);
        page.setViewportSize(NARROW, HEIGHT);
        ConsoleBrowser.assertNoSidewaysScrolling(page);
        ConsoleBrowser.shoot(page, name + "-narrow");
        page.setViewportSize(WIDE, HEIGHT);
        return this;
    }
}
