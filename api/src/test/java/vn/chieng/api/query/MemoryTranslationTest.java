package vn.chieng.api.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryTranslationTest {
    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
    private static final QueryFields FIELDS = new QueryFields(
            List.of(
                    QueryField.of("code", QueryField.Kind.KEYWORD),
                    QueryField.of("name", QueryField.Kind.KEYWORD),
                    QueryField.ranked("level", List.of("low", "medium", "high")),
                    QueryField.of("changed", QueryField.Kind.TIME),
                    QueryField.flag("late")),
            Map.of("capdo", "level"));
    private static final MemoryTranslation<Thing> THINGS = new MemoryTranslation<>(
            Map.of(
                    "code", MemoryTranslation.text(Thing::code),
                    "name", MemoryTranslation.prose(Thing::name),
                    "level", MemoryTranslation.number(Thing::level),
                    "changed", MemoryTranslation.time(Thing::changed),
                    "late", MemoryTranslation.flag(Thing::late)),
            thing -> thing.code() + "\n" + thing.name());
    private static final Thing PORTAL =
            new Thing("HT-01", "Cổng dịch vụ công", 2, Instant.parse("2026-11-20T03:00:00Z"), true);
    private static final Thing BARE = new Thing("HT-02", null, null, null, false);

    private record Thing(
            String code,
            @Nullable String name,
            @Nullable Integer level,
            @Nullable Instant changed,
            boolean late) {}

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dich vu                  | true  | false
            dịch vụ                  | true  | false
            "dịch công"              | false | false
            code:ht-01               | true  | false
            code:ht-?2               | false | true
            code:*                   | true  | true
            name:cong                | true  | false
            name:c*cong              | true  | false
            NOT name:*               | false | true
            level:high               | true  | false
            level:>=medium           | true  | false
            capdo:[low TO medium]    | false | false
            NOT level:low            | true  | true
            changed:20/11/2026       | true  | false
            changed:<20/11/2026      | false | false
            changed:>=now-3d         | true  | false
            late:yes OR code:HT-02   | true  | true
            late:no                  | false | true
            -late:no name:dich       | true  | false
            """)
    void findsWhatIsAskedFor(String query, boolean portal, boolean bare) {
        var found = THINGS.of(((ParsedQuery.Understood) QueryParser.parse(query, FIELDS, NOW)).query());
        assertThat(found.test(PORTAL)).as("the portal").isEqualTo(portal);
        assertThat(found.test(BARE)).as("the bare one").isEqualTo(bare);
    }

    @Test
    void aRankThatThereIsNotIsToldWithThoseThereAre() {
        assertThat(QueryParser.parse("level:>=lo", FIELDS, NOW))
                .isEqualTo(new ParsedQuery.Wrong(
                        new QueryProblem(QueryProblem.Reason.UNKNOWN_VALUE, 7, "low, medium, high")));
    }

    @Test
    void aPatternOfManyWildcardsTakesNoMoreThanItsLengthTimesTheTexts() {
        var pattern = new Pattern.Builder();
        for (int i = 0; i < 40; i++) {
            pattern.wild('*');
            pattern.add('a');
        }
        pattern.add('b');
        assertThat(pattern.done().matches("a".repeat(20_000))).isFalse();
        assertThat(Pattern.of("công").occursIn("cổng dịch vụ công")).isTrue();
        assertThat(new Pattern(List.of(new Pattern.Part.One())).matches("😀")).isTrue();
    }
}
