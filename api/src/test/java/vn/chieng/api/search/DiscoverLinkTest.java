package vn.chieng.api.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.api.access.Scope;
import vn.chieng.api.query.ParsedQuery;
import vn.chieng.api.query.QueryParser;

/** The address format of OpenSearch Dashboards 2.11 and later, which 3.x keeps; a new version in the root pom has to be tried by hand. */
class DiscoverLinkTest {
    private static final Instant FROM = Instant.parse("2026-11-21T00:00:00Z");
    private static final Instant BEFORE = Instant.parse("2026-11-22T00:00:00Z");
    private static final EventFields FIELDS = new EventFields(JsonMapper.shared());

    @Test
    void carriesTheSameFilterWithAbsoluteTimesAndTheScope() {
        String address = link("https://boards.example/")
                .to(
                        asked("event.outcome:failure NOT user.name:\"o'brien!\" host.name:web*"),
                        new Scope.Organizations(Set.of("org-1")))
                .orElseThrow();
        assertThat(URI.create(address).getPath()).isEqualTo("/app/data-explorer/discover");
        assertThat(URLDecoder.decode(URI.create(address).getRawFragment(), StandardCharsets.UTF_8))
                .isEqualTo(
                        "?_a=(discover:(columns:!(_source),isDirty:!f,sort:!()),metadata:(indexPattern:'logs-*',view:discover))"
                                + "&_g=(filters:!(),refreshInterval:(pause:!t,value:0),time:(from:'2026-11-21T00:00:00Z',to:'2026-11-22T00:00:00Z'))"
                                + "&_q=(filters:!(),query:(language:kuery,query:'organization.id: (\"org-1\") and"
                                + " (event.outcome: \"failure\" and not user.name: \"o!'brien!!\" and host.name: web*)'))");
    }

    @Test
    void isAbsentWhereNoDashboardsIsConfigured() {
        assertThat(link(null).to(asked(""), new Scope.Everything())).isEmpty();
    }

    private static DiscoverLink link(@Nullable String dashboards) {
        return new DiscoverLink(new SearchSettings(
                Duration.ofSeconds(1), 1, 1, dashboards == null ? null : URI.create(dashboards), "logs-*"));
    }

    private static EventQuery asked(String text) {
        var parsed = (ParsedQuery.Understood) QueryParser.parse(text, FIELDS.all(), BEFORE);
        return new EventQuery(parsed.query(), FROM, BEFORE, 50, List.of());
    }
}
