package vn.chieng.api.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.chieng.api.ApiServers;
import vn.chieng.api.access.Role;
import vn.chieng.api.query.FieldTest;
import vn.chieng.api.query.MemoryTranslation;
import vn.chieng.api.query.ParsedQuery;
import vn.chieng.api.query.Pattern;
import vn.chieng.api.query.Query;
import vn.chieng.api.query.QueryParser;
import vn.chieng.api.query.RandomQueries;
import vn.chieng.event.Level;

class RuleListQueryIT extends ApiServers {
    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
    private static final int QUERIES = 150;
    private static final int MOST = 10_000;
    private static final List<String> TERMS = List.of(
            "title:dang",
            "title:đăng",
            "level:high",
            "level:>=medium",
            "level:[low TO high]",
            "own-level:<high",
            "status:*",
            "enabled:yes",
            "effective:no",
            "tuned:no",
            "product:linux",
            "product:*",
            "category:fire*",
            "service:sshd",
            "kind:shipped",
            "technique:t1110",
            "technique:T1*",
            "tag:attack.persistence",
            "exceptions:0",
            "matches:>0",
            "last-match:*",
            "changed:>=01/01/2020",
            "dang nhap",
            "\"' or 1=1 --\"",
            "brute");
    private static final MemoryTranslation<ListedRule> MEMORY = new MemoryTranslation<>(
            Map.ofEntries(
                    Map.entry(
                            "title",
                            MemoryTranslation.prose(each ->
                                    each.rule().title() + "\n" + each.rule().titleVi())),
                    Map.entry(
                            "level",
                            MemoryTranslation.number(each -> rank(each.rule().runningLevel()))),
                    Map.entry(
                            "own-level",
                            MemoryTranslation.number(each -> rank(each.rule().level()))),
                    Map.entry(
                            "status", MemoryTranslation.text(each -> each.rule().status())),
                    Map.entry(
                            "enabled",
                            MemoryTranslation.flag(each -> each.rule().enabled())),
                    Map.entry(
                            "effective",
                            MemoryTranslation.flag(each -> each.rule().effective())),
                    Map.entry(
                            "tuned",
                            MemoryTranslation.flag(each ->
                                    each.rule().filters() > 0 || each.rule().override() != null)),
                    Map.entry(
                            "product",
                            MemoryTranslation.text(
                                    each -> each.rule().logSource().product())),
                    Map.entry(
                            "category",
                            MemoryTranslation.text(
                                    each -> each.rule().logSource().category())),
                    Map.entry(
                            "service",
                            MemoryTranslation.text(
                                    each -> each.rule().logSource().service())),
                    Map.entry(
                            "kind",
                            MemoryTranslation.text(each -> each.rule().kind().code())),
                    Map.entry("technique", RuleListQueryIT::technique),
                    Map.entry(
                            "tag",
                            (test, each) -> each.rule().tags().stream()
                                    .anyMatch(tag -> MemoryTranslation.<String>text(given -> given)
                                            .passes(test, tag))),
                    Map.entry(
                            "exceptions",
                            MemoryTranslation.number(each -> each.rule().filters())),
                    Map.entry(
                            "matches",
                            MemoryTranslation.number(each -> each.totals().matches())),
                    Map.entry(
                            "last-match",
                            MemoryTranslation.time(each -> each.totals().lastMatch())),
                    Map.entry(
                            "changed",
                            MemoryTranslation.time(each -> each.rule().changedAt()))),
            each -> String.join(
                    "\n",
                    each.rule().title(),
                    each.rule().titleVi(),
                    each.rule().id(),
                    each.rule().author(),
                    String.join("\n", each.rule().tags())));

    @Autowired
    private RuleStore store;

    @Autowired
    private MockMvcTester mvc;

    private static int rank(Level level) {
        return List.of(Level.values()).indexOf(level);
    }

    private static boolean technique(FieldTest test, ListedRule listed) {
        if (!(test instanceof FieldTest.Like(Pattern pattern))) {
            throw new IllegalArgumentException("no such test here");
        }
        Pattern wanted = pattern.map(text -> text.toLowerCase(Locale.ROOT));
        return listed.rule().tags().stream()
                .filter(tag -> tag.startsWith("attack."))
                .map(tag -> tag.substring("attack.".length()))
                .flatMap(tag -> tag.contains(".") ? Stream.of(tag, tag.substring(0, tag.indexOf('.'))) : Stream.of(tag))
                .anyMatch(wanted::matches);
    }

    @Test
    void randomQueriesFindWhatIsFoundInMemory() {
        List<ListedRule> all = store.list(RuleQuery.ALL, 0, MOST);
        assertThat(all).hasSizeGreaterThan(20);
        var queries = new RandomQueries(TERMS, 20261123);
        int found = 0;
        for (int i = 0; i < QUERIES; i++) {
            String text = queries.next();
            List<String> expected = all.stream()
                    .filter(MEMORY.of(query(text)))
                    .map(each -> each.rule().id())
                    .toList();
            RuleQuery asked = asking(query(text));
            assertThat(store.list(asked, 0, MOST))
                    .as(text)
                    .extracting(each -> each.rule().id())
                    .containsExactlyInAnyOrderElementsOf(expected);
            assertThat(store.count(asked)).as(text).isEqualTo(expected.size());
            found += expected.size();
        }
        assertThat(found).isGreaterThan(QUERIES);
    }

    @Test
    void whatIsWrongIsToldAtItsPlaceAndNothingIsListed() {
        MvcTestResult page = get("/rules?q=level:>=hi");
        assertThat(page)
                .hasStatus(200)
                .bodyText()
                .contains("id=\"q-problem\"", "informational, low, medium", "query-place");
        assertThat(page).bodyText().doesNotContain("rules-table");
        assertThat(get("/api/v1/rules?q=level:>=hi"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.column")
                .isEqualTo(7);
        assertThat(get("/rules/export.csv?q=level:>=hi")).hasStatus(400);
    }

    @Test
    void theQueryAndTheChoicesHoldTogetherInListFileAndRest() {
        assertThat(get("/api/v1/rules?q=level:>=high&enabled=yes&limit=500"))
                .hasStatus(200)
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(store.count(asking(query("mucdo:>=high bat:yes"))));
        assertThat(get("/rules?q=level:critical&enabled=yes")).bodyText().contains("level:critical");
    }

    @Test
    void fieldsAndTheValuesThatThereAreAreOffered() {
        assertThat(get("/api/v1/rules/completions?q=tech&caret=4")).bodyText().contains("technique:");
        assertThat(get("/api/v1/rules/completions?q=level:me&caret=8"))
                .bodyText()
                .contains("medium");
        assertThat(get("/api/v1/rules/completions?q=product:lin&caret=11"))
                .bodyText()
                .contains("linux");
        assertThat(get("/api/v1/rules/completions?q=kythuat:t11&caret=11"))
                .bodyText()
                .contains("t1110");
    }

    private static Query query(String text) {
        return ((ParsedQuery.Understood) QueryParser.parse(text, RuleListFields.ALL, NOW)).query();
    }

    private static RuleQuery asking(Query asked) {
        return new RuleQuery(asked, null, null, null, null, null, null, null, null, false, RuleQuery.Sort.TITLE);
    }

    private MvcTestResult get(String path) {
        String[] parts = path.split("[?]", 2);
        var request = mvc.get().uri(parts[0]).secure(true).with(as(Role.SOC_LEAD));
        for (String each : parts.length < 2 ? new String[0] : parts[1].split("&")) {
            String[] pair = each.split("=", 2);
            request.param(pair[0], pair[1]);
        }
        return request.exchange();
    }
}
