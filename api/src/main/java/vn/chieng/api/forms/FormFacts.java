package vn.chieng.api.forms;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The data of one form: its frame, and what its fields hold by the keys that the law pack names. */
public record FormFacts(FormFrame frame, Map<String, FormValue> values) {

    public FormFacts {
        values = Map.copyOf(values);
    }

    /** What a field holds, unless there is nothing to show. */
    Optional<FormValue> value(String field) {
        return Optional.ofNullable(values.get(field)).filter(value -> !value.isEmpty());
    }

    static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
