package vn.chieng.api.rules.trial;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.event.Event;

/** Events as JSON, the way people paste and read them. */
@Component
final class EventText {
    /** Characters of a pasted event. */
    static final int MOST = 100_000;

    private static final int DEPTH = 64;
    private static final TypeReference<Map<String, @Nullable Object>> FIELDS = new TypeReference<>() {};

    private final JsonMapper json = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .build())
                    .build())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /** The event; empty where the text is not one JSON object, or too long. */
    Optional<Event> read(String text) {
        if (text.length() > MOST) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(json.readValue(text, FIELDS)).map(Event::new);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    String write(Event event) {
        return json.writeValueAsString(event.fields());
    }
}
