package vn.chieng.api.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chieng.api.query.QueryProblem.Reason;

class QueryParserTest {
    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
    private static final QueryFields FIELDS = new QueryFields(
            List.of(
                    QueryField.choice("severity", List.of("M1", "M2")),
                    QueryField.of("host", QueryField.Kind.KEYWORD),
                    QueryField.of("ip", QueryField.Kind.ADDRESS),
                    QueryField.of("created", QueryField.Kind.TIME),
                    QueryField.of("detections", QueryField.Kind.NUMBER)),
            Map.of("may", "host"));

    @Test
    void bindsNotTighterThanAndAndAndTighterThanOr() {
        Query query = understood("a NOT b OR c AND d").query();
        assertThat(query)
                .isEqualTo(new Query.Or(List.of(
                        new Query.And(List.of(words("a"), new Query.Not(words("b")))),
                        new Query.And(List.of(words("c"), words("d"))))));
    }

    @Test
    void readsFieldsByEveryName() {
        assertThat(understood("may:web-01").query())
                .isEqualTo(understood("host:web-01").query());
        assertThat(understood("severity:m1").query())
                .isEqualTo(new Query.Term(FIELDS.find("severity").orElseThrow(), new FieldTest.Like(Pattern.of("M1"))));
        assertThat(understood("host:(a OR b*)").query()).isInstanceOf(Query.Or.class);
        assertThat(understood("host:*").query())
                .isEqualTo(new Query.Term(FIELDS.find("host").orElseThrow(), new FieldTest.Present()));
    }

    @Test
    void aDayIsTheWholeDayInVietnam() {
        assertThat(understood("created:21/11/2026").query())
                .isEqualTo(new Query.Term(
                        FIELDS.find("created").orElseThrow(),
                        new FieldTest.Times(
                                Instant.parse("2026-11-20T17:00:00Z"), Instant.parse("2026-11-21T17:00:00Z"))));
        assertThat(understood("created:[\"21/11/2026 06:30\" TO now]").query()).isInstanceOf(Query.Term.class);
        assertThat(understood("created:>=now-24h").query())
                .isEqualTo(new Query.Term(
                        FIELDS.find("created").orElseThrow(),
                        new FieldTest.Times(Instant.parse("2026-11-21T00:00:00Z"), null)));
    }

    @Test
    void readsRangesOpenAndClosed() {
        QueryField detections = FIELDS.find("detections").orElseThrow();
        assertThat(understood("detections:[2 TO 5]").query())
                .isEqualTo(new Query.Term(detections, new FieldTest.Numbers(2L, 5L)));
        assertThat(understood("detections:[* TO 5]").query())
                .isEqualTo(new Query.Term(detections, new FieldTest.Numbers(null, 5L)));
        assertThat(understood("detections:>5").query())
                .isEqualTo(new Query.Term(detections, new FieldTest.Numbers(6L, null)));
    }

    @Test
    void readsAddressesOfBothFamiliesAndNetworks() {
        assertThat(List.of("ip:203.0.113.9", "ip:10.0.0.0/8", "ip:2001:db8::1", "ip:2001:db8::/32"))
                .allSatisfy(text ->
                        assertThat(QueryParser.parse(text, FIELDS, NOW)).isInstanceOf(ParsedQuery.Understood.class));
    }

    @Test
    void eachConditionCanBeTakenAway() {
        assertThat(understood("web AND NOT host:a (b OR c)").conditions())
                .containsExactly(
                        new ParsedQuery.Condition("web", "NOT host:a (b OR c)"),
                        new ParsedQuery.Condition("NOT host:a", "web (b OR c)"),
                        new ParsedQuery.Condition("(b OR c)", "web NOT host:a"));
        assertThat(understood("a OR b").conditions()).containsExactly(new ParsedQuery.Condition("a OR b", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a AND | TERM_EXPECTED | 6",
                "(a OR b | PARENTHESIS_OPEN | 1",
                "a) | PARENTHESIS_CLOSED | 2",
                "\"open | QUOTE_OPEN | 1",
                "nothing:1 | UNKNOWN_FIELD | 1",
                "a severity:M9 | UNKNOWN_VALUE | 12",
                "detections:many | NOT_A_NUMBER | 12",
                "created:soon | NOT_A_TIME | 9",
                "created:31/02/2026 | NOT_A_TIME | 9",
                "ip:300.1.1.1 | NOT_AN_ADDRESS | 4",
                "ip:10.0.0.0/33 | NOT_AN_ADDRESS | 4",
                "host:>5 | NO_RANGE | 6",
                "host: | VALUE_EXPECTED | 6",
                "detections:[1 2] | TO_EXPECTED | 15",
                "detections:[1 TO 2 | RANGE_OPEN | 12",
                "host:*a*b*c*d*e*f* | TOO_MANY_WILDCARDS | 6"
            })
    void namesWhatIsWrongAndWhere(String text, Reason reason, int column) {
        assertThat(QueryParser.parse(text.strip(), FIELDS, NOW))
                .isInstanceOfSatisfying(ParsedQuery.Wrong.class, wrong -> {
                    assertThat(wrong.problem().reason()).isEqualTo(reason);
                    assertThat(wrong.problem().column()).isEqualTo(column);
                });
    }

    @Test
    void isBoundedInLengthDepthAndNumber() {
        assertThat(problem("a".repeat(QueryParser.MOST_CHARACTERS + 1))).isEqualTo(Reason.TOO_LONG);
        assertThat(problem("(".repeat(40) + "a" + ")".repeat(40))).isEqualTo(Reason.TOO_DEEP);
        assertThat(problem("-".repeat(40) + "a")).isEqualTo(Reason.TOO_DEEP);
        assertThat(problem("a ".repeat(61))).isEqualTo(Reason.TOO_MANY_TERMS);
    }

    @Test
    void writesTheQueryLanguageOfOpenSearch() {
        var search = new SearchTranslation(pattern -> SearchTranslation.like("message", QueryField.Kind.TEXT, pattern));
        assertThat(search.dsl(understood("\"Failed password\" host:web* NOT ip:10.0.0.0/8 detections:>=2")
                        .query()))
                .isEqualTo(Map.of(
                        "bool",
                        Map.of(
                                "filter",
                                List.of(
                                        Map.of("match_phrase", Map.of("message", "Failed password")),
                                        Map.of(
                                                "wildcard",
                                                Map.of("host", Map.of("value", "web*", "case_insensitive", true))),
                                        Map.of(
                                                "bool",
                                                Map.of(
                                                        "must_not",
                                                        List.of(Map.of(
                                                                "term", Map.of("ip", Map.of("value", "10.0.0.0/8")))))),
                                        Map.of("range", Map.of("detections", Map.of("gte", 2L)))))));
    }

    @Test
    void offersFieldsAndThenTheirValues() {
        assertThat(Completion.of("a se", 4, FIELDS, (_, _) -> List.of()))
                .isEqualTo(new Completion(2, List.of("severity:")));
        assertThat(Completion.of("severity:m", 10, FIELDS, (_, _) -> List.of()).items())
                .containsExactly("M1", "M2");
        assertThat(Completion.of("host:we", 7, FIELDS, (_, begun) -> List.of(begun + "b 1"))
                        .items())
                .containsExactly("\"web 1\"");
    }

    private static Query words(String text) {
        return new Query.Words(Pattern.of(text));
    }

    private static ParsedQuery.Understood understood(String text) {
        return (ParsedQuery.Understood) QueryParser.parse(text, FIELDS, NOW);
    }

    private static Reason problem(String text) {
        return ((ParsedQuery.Wrong) QueryParser.parse(text, FIELDS, NOW))
                .problem()
                .reason();
    }
}
