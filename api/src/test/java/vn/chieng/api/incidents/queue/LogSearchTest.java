package vn.chieng.api.incidents.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chieng.api.query.ParsedQuery;
import vn.chieng.api.query.Query;
import vn.chieng.api.query.QueryField;
import vn.chieng.api.query.QueryField.Kind;
import vn.chieng.api.query.QueryFields;
import vn.chieng.api.query.QueryParser;

class LogSearchTest {
    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
    private static final QueryFields EVENTS = new QueryFields(
            List.of(
                    QueryField.of("source.ip", Kind.ADDRESS),
                    QueryField.of("host.name", Kind.KEYWORD),
                    QueryField.of("user.name", Kind.KEYWORD),
                    QueryField.of("organization.id", Kind.KEYWORD)),
            Map.of());

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            ip:203.0.113.5                        | source.ip:"203.0.113.5"
            ip:203.0.113.0/24 severity:M1         | source.ip:"203.0.113.0/24"
            host:web* NOT user:root               | host.name:web* NOT (user.name:"root")
            ip:10.0.0.1 OR host:"máy a"           | (source.ip:"10.0.0.1" OR host.name:"máy a")
            ip:10.0.0.1 OR severity:M1            |
            NOT (host:a severity:M1)              |
            "mật khẩu" donvi:org-1 status:open    | "mật khẩu" organization.id:"org-1"
            """)
    void asksOfTheEventsWhatBothKnowAndNothingThatWouldMeanSomethingElse(String typed, String expected) {
        assertThat(LogSearch.text(read(typed))).isEqualTo(expected);
        if (expected != null) {
            assertThat(QueryParser.parse(expected, EVENTS, NOW)).isInstanceOf(ParsedQuery.Understood.class);
        }
    }

    @Test
    void keepsTheTimeOfTheQueue() {
        ListParameters parameters = ListParameters.of(Map.of("since", "7d", "severity", "M1"));
        assertThat(LogSearch.address(parameters, Query.EVERYTHING)).isEqualTo("/logs?since=7d");
    }

    private static Query read(String typed) {
        return ((ParsedQuery.Understood) QueryParser.parse(typed, IncidentFields.ALL, NOW)).query();
    }
}
