package vn.chieng.api.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is typed, the reader answers with a tree or with one problem, and nothing typed gets into the text of a statement. */
class QueryFuzzTest {
    private static final int ROUNDS = 60_000;
    private static final List<String> PIECES = List.of(
            "host:",
            "n:",
            "t:",
            "ip:",
            "c:",
            "(",
            ")",
            "[",
            "]",
            "\"",
            "\\",
            "*",
            "?",
            "-",
            ">=",
            "<",
            " TO ",
            " AND ",
            " OR ",
            " NOT ",
            " ",
            "a",
            "Đặng",
            "đ",
            "'",
            "'; drop table incidents; --",
            "%",
            "_",
            "$1",
            ":q1",
            "{",
            "}",
            "\0",
            "\ud800",
            "\udc00",
            "\u202e",
            "\n",
            "\t",
            "10.0.0.1",
            "10.0.0.0/8",
            "::1",
            "now-24h",
            "22/11/2026",
            "9999999999999999999",
            "-5",
            "x",
            "AND",
            "OR",
            "\u00a0",
            "é",
            "e\u0301");
    private static final QueryFields FIELDS = new QueryFields(
            List.of(
                    QueryField.of("host", QueryField.Kind.KEYWORD),
                    QueryField.of("n", QueryField.Kind.NUMBER),
                    QueryField.of("t", QueryField.Kind.TIME),
                    QueryField.of("ip", QueryField.Kind.ADDRESS),
                    QueryField.choice("c", List.of("x", "y"))),
            Map.of());
    private static final SqlTranslation SQL = new SqlTranslation(
            Map.of(
                    "host", SqlFields.text("host"),
                    "n", SqlFields.number("n"),
                    "t", SqlFields.time("t"),
                    "ip", SqlFields.text("ip"),
                    "c", SqlFields.choice("c")),
            (pattern, parameters) -> SqlFields.like("words", pattern, parameters));

    @Test
    void answersEveryTextWithATreeOrAProblem() {
        var random = new Random(20261122);
        int understood = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String text = text(random);
            ParsedQuery parsed = QueryParser.parse(text, FIELDS, Instant.parse("2026-11-22T00:00:00Z"));
            switch (parsed) {
                case ParsedQuery.Wrong(QueryProblem problem) ->
                    assertThat(problem.column()).as(text).isBetween(1, text.length() + 1);
                case ParsedQuery.Understood(Query query, var _) -> {
                    understood++;
                    var parameters = new SqlParameters();
                    assertThat(SQL.sql(query, parameters)).as(text).matches("[a-z0-9_:(),=<> ]*");
                    new SearchTranslation(pattern -> SearchTranslation.like("message", QueryField.Kind.TEXT, pattern))
                            .dsl(query);
                }
            }
        }
        assertThat(understood).as("texts that mean something").isGreaterThan(ROUNDS / 20);
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }
}
