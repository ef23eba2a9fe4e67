package vn.chieng.api.dossiers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.chieng.api.access.SignedIn;

class DossierListIT extends OwnDossierPages {

    @Test
    void aDossierIsFoundByEachOfItsFields() {
        String number = dossier().number();
        String code = own.system.code();
        for (String query : new String[] {
            "number:" + number,
            number,
            "system:" + code,
            "hethong:" + code + " state:draft",
            "system:" + code + " state:open NOT state:approved",
            "system:" + code + " level:>=3 edition:1",
            "system:" + code + " donvi:" + dossier().operatorId(),
            "system:" + code + " pack:nd331*",
            "system:" + code + " created:>=now-1d NOT approved:*",
            "system:" + code + " late:no"
        }) {
            assertThat(listed(own.writer, query)).as(query).contains(number);
        }
        for (String query : new String[] {
            "number:" + number + " state:approved",
            "number:" + number + " level:<3",
            "number:" + number + " late:yes",
            "number:" + number + " due:*",
            "number:" + number + " seal:*"
        }) {
            assertThat(listed(own.writer, query)).as(query).doesNotContain(number);
        }
    }

    @Test
    void whoSavedASectionFindsItAmongTheirOwn() {
        String query = "number:" + dossier().number() + " mine:yes";
        write();
        assertThat(listed(own.writer, query)).contains(dossier().number());
        assertThat(listed(own.appraiser, query)).doesNotContain(dossier().number());
    }

    @Test
    void aRunningLimitIsFoundByTheDayOnWhichItEnds() {
        write();
        assertThat(post(own.writer, "/moves/submit", Map.of("version", version()))
                        .getStatus())
                .isEqualTo(303);
        var limit = context.clocks(dossier()).stream()
                .flatMap(clock -> clock.day().stream())
                .min(java.util.Comparator.naturalOrder())
                .orElseThrow();
        String number = "number:" + dossier().number();
        assertThat(listed(own.writer, number + " due:" + limit))
                .contains(dossier().number());
        assertThat(listed(own.writer, number + " han:<=" + limit))
                .contains(dossier().number());
        assertThat(listed(own.writer, number + " due:<" + limit))
                .doesNotContain(dossier().number());
    }

    private String version() {
        return Integer.toString(dossier().version());
    }

    @Test
    void whatIsWrongIsToldOnThePageAndRefusedElsewhere() {
        assertThat(ask(own.writer, "/dossiers", "state:lost"))
                .hasStatus(200)
                .bodyText()
                .contains("id=\"q-problem\"", "query-place")
                .doesNotContain(dossier().number());
        assertThat(ask(own.writer, "/api/v1/dossiers", "state:lost"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.column")
                .isEqualTo(7);
        assertThat(ask(own.writer, "/api/v1/dossiers/export.json", "state:lost"))
                .hasStatus(400);
    }

    @Test
    void filesHoldWhatTheListHolds() {
        String number = dossier().number();
        assertThat(ask(own.writer, "/api/v1/dossiers/export.json", "number:" + number))
                .bodyText()
                .contains(number);
        assertThat(ask(own.writer, "/api/v1/dossiers/export.json", "NOT number:" + number))
                .bodyText()
                .doesNotContain(number);
        assertThat(ask(own.writer, "/dossiers", "number:" + number))
                .bodyText()
                .contains("/api/v1/dossiers/export.xlsx?q=number");
        assertThat(ask(own.writer, "/api/v1/dossiers/completions", "sys"))
                .bodyText()
                .contains("system:");
    }

    private String listed(SignedIn by, String query) {
        MvcTestResult page = ask(by, "/dossiers", query);
        assertThat(page).as(query).hasStatus(200).bodyText().doesNotContain("q-problem");
        return page.getResponse().getContentAsByteArray().length == 0
                ? ""
                : text(page.getResponse()).replaceAll("(?s).*<tbody>|</tbody>.*|.*class=\"nothing\".*", "");
    }

    private MvcTestResult ask(SignedIn by, String path, String query) {
        return mvc.get()
                .uri(path)
                .param("q", query)
                .param("caret", "3")
                .secure(true)
                .with(as(by))
                .exchange();
    }
}
