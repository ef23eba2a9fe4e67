package vn.chieng.api.search;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;
import vn.chieng.api.access.Scope;
import vn.chieng.api.query.DqlTranslation;

/**
 * The address at which OpenSearch Dashboards shows the same events, with absolute times. Its format belongs to Dashboards and has changed
 * before: {@code DiscoverLinkTest} holds the one of the version that the root pom names.
 */
@Component
final class DiscoverLink {
    /** As Dashboards itself writes a moment. */
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final SearchSettings settings;

    DiscoverLink(SearchSettings settings) {
        this.settings = settings;
    }

    /** The address; empty where no Dashboards is configured. */
    Optional<String> to(EventQuery query, Scope scope) {
        URI dashboards = settings.dashboards();
        if (dashboards == null) {
            return Optional.empty();
        }
        String base = dashboards.toString().replaceAll("/+$", "");
        return Optional.of(base + "/app/data-explorer/discover#/?_a="
                + encoded("(discover:(columns:!(_source),isDirty:!f,sort:!()),metadata:(indexPattern:"
                        + quoted(settings.dashboardsPattern()) + ",view:discover))")
                + "&_g="
                + encoded("(filters:!(),refreshInterval:(pause:!t,value:0),time:(from:"
                        + quoted(MILLIS.format(query.from())) + ",to:"
                        + quoted(MILLIS.format(query.before())) + "))")
                + "&_q="
                + encoded("(filters:!(),query:(language:kuery,query:" + quoted(dql(query, scope)) + "))"));
    }

    private static String dql(EventQuery query, Scope scope) {
        String typed = DqlTranslation.dql(query.asked());
        if (!(scope instanceof Scope.Organizations(Set<String> ids))) {
            return typed;
        }
        String own = "organization.id: "
                + new TreeSet<>(ids).stream().map(DqlTranslation::quoted).collect(Collectors.joining(" or ", "(", ")"));
        return typed.isEmpty() ? own : own + " and " + typed;
    }

    /** A text in Rison: in single quotes, with {@code !} before what would end it. */
    private static String quoted(String text) {
        return "'" + text.replace("!", "!!").replace("'", "!'") + "'";
    }

    private static String encoded(String rison) {
        return UriUtils.encode(rison, StandardCharsets.UTF_8);
    }
}
