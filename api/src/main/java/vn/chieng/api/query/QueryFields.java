package vn.chieng.api.query;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields that a list knows, in the order in which they are offered. */
public final class QueryFields {
    private final Map<String, QueryField> fields = new LinkedHashMap<>();
    private final Map<String, String> aliases;

    public QueryFields(Collection<QueryField> fields, Map<String, String> aliases) {
        fields.forEach(field -> this.fields.put(field.name(), field));
        this.aliases = Map.copyOf(aliases);
    }

    /** The field of this name or of another word for it. */
    public Optional<QueryField> find(String name) {
        return Optional.ofNullable(fields.get(aliases.getOrDefault(name, name)));
    }

    /** All of them. */
    public List<QueryField> all() {
        return List.copyOf(fields.values());
    }
}
