package vn.chieng.api.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.api.access.Scope;
import vn.chieng.api.query.ParsedQuery;
import vn.chieng.api.query.QueryParser;

/**
 * The address format of OpenSearch Dashboards since 2.11. The first test holds the address that the project's own functional tests
 * (opensearch-dashboards-functional-test, {@code dx_shared_links}) expect Discover to give for a shared search; a new version in the
 * root pom has to be tried by hand.
 */
class DiscoverLinkTest {
    private static final Instant FROM = Instant.parse("2015-09-19T13:31:44Z");
    private static final Instant BEFORE = Instant.parse("2015-09-24T01:31:44Z");
    private static final EventFields FIELDS = new EventFields(JsonMapper.shared());
    private static final Scope EVERYTHING = new Scope.Everything();

    @Test
    void isTheAddressThatDashboardsGivesForASharedSearch() {
        assertThat(decoded(link("http://localhost:5601", "logstash-*").to(asked(""), EVERYTHING)))
                .isEqualTo(
                        "http://localhost:5601/app/data-explorer/discover#/?_a=(discover:(columns:!(_source),isDirty:!f,sort:!()),"
                                + "metadata:(indexPattern:'logstash-*',view:discover))&_g=(filters:!(),refreshInterval:(pause:!t,value:0),"
                                + "time:(from:'2015-09-19T13:31:44.000Z',to:'2015-09-24T01:31:44.000Z'))"
                                + "&_q=(filters:!(),query:(language:kuery,query:''))");
    }

    @Test
    void readBackItHoldsAbsoluteTimesThePatternTheScopeAndTheFilterWhateverWasTyped() {
        String typed = "event.outcome:failure NOT user.name:\"o'brien! & #1 %41 đ\" host.name:web*";
        Map<String, Object> states = states(link("https://boards.example/", "logs-*")
                .to(asked(typed), new Scope.Organizations(Set.of("org-2", "org-1"))));
        assertThat(states.get("_a"))
                .isEqualTo(Map.of(
                        "discover",
                        Map.of("columns", List.of("_source"), "isDirty", false, "sort", List.of()),
                        "metadata",
                        Map.of("indexPattern", "logs-*", "view", "discover")));
        assertThat(states.get("_g"))
                .isEqualTo(Map.of(
                        "filters",
                        List.of(),
                        "refreshInterval",
                        Map.of("pause", true, "value", 0L),
                        "time",
                        Map.of("from", "2015-09-19T13:31:44.000Z", "to", "2015-09-24T01:31:44.000Z")));
        assertThat(states.get("_q"))
                .isEqualTo(Map.of(
                        "filters",
                        List.of(),
                        "query",
                        Map.of(
                                "language",
                                "kuery",
                                "query",
                                "organization.id: (\"org-1\" or \"org-2\") and (event.outcome: \"failure\""
                                        + " and not user.name: \"o'brien! & #1 %41 đ\" and host.name: web*)")));
    }

    @Test
    void isAnAddressWithoutAnyCharacterThatAnAddressMayNotHave() {
        String address = link("https://boards.example/", "logs'-!*")
                .to(asked("\"<script>\u202e & = ? # '\""), EVERYTHING)
                .orElseThrow();
        assertThat(URI.create(address).getPath()).isEqualTo("/app/data-explorer/discover");
        assertThat(address).matches("[\\x21-\\x7e&&[^<>\"\\\\^`{|}]]+");
        assertThat(states(Optional.of(address)).get("_a"))
                .extracting("metadata")
                .isEqualTo(Map.of("indexPattern", "logs'-!*", "view", "discover"));
    }

    @Test
    void isAbsentWhereNoDashboardsIsConfigured() {
        assertThat(link(null, "logs-*").to(asked(""), EVERYTHING)).isEmpty();
    }

    private static DiscoverLink link(@Nullable String dashboards, String pattern) {
        return new DiscoverLink(new SearchSettings(
                Duration.ofSeconds(1), 1, 1, dashboards == null ? null : URI.create(dashboards), pattern));
    }

    private static String decoded(Optional<String> address) {
        return URLDecoder.decode(address.orElseThrow(), StandardCharsets.UTF_8);
    }

    /** What Dashboards reads out of the part behind the {@code #}: parameters of an address, each in Rison. */
    private static Map<String, Object> states(Optional<String> address) {
        String fragment = URI.create(address.orElseThrow()).getRawFragment();
        assertThat(fragment).startsWith("/?");
        return Stream.of(fragment.substring(2).split("&"))
                .map(parameter -> parameter.split("=", 2))
                .collect(Collectors.toMap(
                        parts -> parts[0], parts -> Rison.read(URLDecoder.decode(parts[1], StandardCharsets.UTF_8))));
    }

    private static EventQuery asked(String text) {
        var parsed = (ParsedQuery.Understood) QueryParser.parse(text, FIELDS.all(), BEFORE);
        return new EventQuery(parsed.query(), FROM, BEFORE, 50, List.of());
    }
}
