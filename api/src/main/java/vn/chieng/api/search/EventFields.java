package vn.chieng.api.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.api.query.QueryField;
import vn.chieng.api.query.QueryField.Kind;
import vn.chieng.api.query.QueryFields;
import vn.chieng.opensearch.OpenSearchConnection;

/** The fields of events that can be asked for: those that the index template maps, and no others. */
final class EventFields {
    /** The time that searches are about. */
    static final String TIME = "@timestamp";

    private static final String TEMPLATE = "/vn/chieng/opensearch/logs-template.json";
    private static final Map<String, String> ALIASES = Map.of(
            "ip", "source.ip",
            "host", "host.name",
            "user", "user.name",
            "organization", "organization.id",
            "time", TIME,
            "dataset", "event.dataset",
            "process", "process.name",
            "drill", "chieng.exercise.id");

    private final QueryFields all;
    private final Set<String> counted = new LinkedHashSet<>();

    EventFields(JsonMapper json) {
        List<QueryField> fields = new ArrayList<>();
        try (InputStream template =
                Objects.requireNonNull(OpenSearchConnection.class.getResourceAsStream(TEMPLATE), TEMPLATE)) {
            walk("", json.readTree(template).path("template").path("mappings").path("properties"), fields);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        all = new QueryFields(fields, ALIASES);
    }

    private void walk(String prefix, JsonNode properties, List<QueryField> fields) {
        properties.forEachEntry((name, mapping) -> {
            JsonNode inner = mapping.path("properties");
            if (!inner.isMissingNode()) {
                walk(prefix + name + ".", inner, fields);
            } else if (mapping.path("index").asBoolean(true)) {
                String type = mapping.path("type").asString("");
                kind(type).ifPresent(kind -> fields.add(QueryField.of(prefix + name, kind)));
                if (Set.of("keyword", "ip", "long").contains(type)) {
                    counted.add(prefix + name);
                }
            }
        });
    }

    private static Optional<Kind> kind(String type) {
        return switch (type) {
            case "keyword", "wildcard" -> Optional.of(Kind.KEYWORD);
            case "ip" -> Optional.of(Kind.ADDRESS);
            case "date" -> Optional.of(Kind.TIME);
            case "long" -> Optional.of(Kind.NUMBER);
            case "match_only_text" -> Optional.of(Kind.TEXT);
            default -> Optional.empty();
        };
    }

    QueryFields all() {
        return all;
    }

    /** Whether values of this field can be counted. */
    boolean countable(String field) {
        return counted.contains(field);
    }
}
