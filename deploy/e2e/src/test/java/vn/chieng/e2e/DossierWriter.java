package vn.chieng.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Registers systems and writes dossiers by the forms of the console, as an operator does. */
final class DossierWriter {
    private final ConsoleBrowser browser;
    private final Page page;

    DossierWriter(ConsoleBrowser browser, Page page) {
        this.browser = browser;
        this.page = page;
    }

    void shot(String name) {
        ConsoleBrowser.shoot(page, name);
    }

    Page page() {
        return page;
    }

    void goTo(String path) {
        page.navigate(browser.at(path));
    }

    /** There are hundreds of choices: the browser is not asked each time whether the page has come to rest. */
    static void tick(Locator choice) {
        choice.check(new Locator.CheckOptions().setForce(true));
    }

    String path() {
        return URI.create(page.url()).getPath();
    }

    /** Registers a system of level 3 by the guided form and says which code it got. */
    String registers(String name) {
        goTo("/systems/new");
        page.locator("#name").fill(name);
        page.locator("form[action$='/systems/drafts'] button").click();
        page.waitForURL("**/scoping*");
        for (Locator yes : page.locator("input[name^='sc.'][value=true]").all()) {
            tick(yes);
        }
        page.locator("button[value=next]").click();
        page.waitForURL("**/card*");
        page.locator("#purpose").fill("Tiếp nhận và trả kết quả thủ tục hành chính");
        page.locator("#hosting").selectOption("data_centre");
        page.locator("button[value=next]").click();
        page.waitForURL("**/answers*");
        for (String value : List.of("public", "personal")) {
            tick(page.locator("input[name='in.information-classes'][value=" + value + "]"));
        }
        tick(page.locator("input[name='in.system-type'][value=citizens]"));
        tick(page.locator("input[name='in.online-service'][value=true]"));
        tick(page.locator("input[name='in.administrative-procedures'][value=true]"));
        tick(page.locator("input[name='in.nationally-important'][value=false]"));
        page.locator("button[value=next]").click();
        page.locator("form[action$='/systems'] button").click();
        page.waitForURL(Pattern.compile(".*/systems/[0-9a-f-]{36}.*"));
        String system = path();
        String code = page.locator("main .page-head").first().innerText().replaceFirst("(?s).*(HT-[0-9]+).*", "$1");
        goTo(system + "/level");
        page.locator("form[action$='/level'] button").click();
        page.locator(".note-good").waitFor();
        return code;
    }

    /** Opens the dossier of a system and says where it is. */
    String opens(String systemCode) {
        goTo("/dossiers/new?system=" + systemCode);
        page.locator("form[action$='/dossiers'] button").click();
        page.waitForURL(Pattern.compile(".*/dossiers/[0-9a-f-]{36}"));
        return path();
    }

    /** Fills every section that the task list names, each with its own kind of form. */
    void fillsEverything(String dossier) {
        goTo(dossier);
        List<String> sections = page.locator(".dossier-tasks a[href*='/sections/']").all().stream()
                .map(link -> Objects.requireNonNull(link.getAttribute("href")))
                .toList();
        for (String section : sections) {
            fills(section);
            page.waitForURL(url -> url.endsWith(dossier));
        }
    }

    private void fills(String section) {
        goTo(section);
        for (Locator text : page.locator("textarea[name^='f.']").all()) {
            if (text.inputValue().isEmpty()) {
                text.fill(text.getAttribute("name").endsWith("date") ? "01/10/2026" : "Theo thực tế của phường");
            }
        }
        page.locator("input[name^='f.'][value=true]").all().forEach(DossierWriter::tick);
        page.locator("input[value=met]").all().forEach(DossierWriter::tick);
        page.locator("tbody tr")
                .first()
                .locator("input:not([type=checkbox])")
                .all()
                .forEach(cell -> {
                    if (cell.inputValue().isEmpty()) {
                        cell.fill("Máy chủ dịch vụ công");
                    }
                });
        Locator done = page.locator("[name=done][value=true]");
        if (done.count() > 0) {
            tick(done);
        }
        page.locator("button[value=list]").click();
    }

    /** Takes over what an earlier dossier says, section by section. */
    void copiesEverythingFrom(String source, String dossier) {
        goTo(dossier + "/copy?from=" + source.substring(source.lastIndexOf('/') + 1));
        page.locator("#sections input[type=checkbox]").all().forEach(DossierWriter::tick);
        page.locator("#sections button[type=submit]").click();
        page.waitForURL(url -> url.endsWith(dossier));
    }
}
