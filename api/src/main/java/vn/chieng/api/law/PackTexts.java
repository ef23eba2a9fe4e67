package vn.chieng.api.law;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The files of a pack as one JSON object, as the database keeps them. */
@Component
final class PackTexts {
    private final JsonMapper json;

    PackTexts(JsonMapper json) {
        this.json = json;
    }

    String write(Map<String, String> files) {
        return json.writeValueAsString(files);
    }

    Map<String, String> read(String stored) {
        return new TreeMap<>(json.readValue(stored, new TypeReference<Map<String, String>>() {}));
    }
}
