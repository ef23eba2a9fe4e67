package vn.chieng.sigma.json;

import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import vn.chieng.sigma.match.EventFields;
import vn.chieng.sigma.match.EventView;
import vn.chieng.sigma.match.FieldTable;
import vn.chieng.sigma.taxonomy.FieldPath;
import vn.chieng.sigma.text.Fragments;

/**
 * An event that is still JSON: what no rule asks for never becomes an object. Reading it throws a
 * {@link JacksonException} where the bytes are no JSON object, or beyond the limits.
 */
public final class JsonEvent implements EventView {
    /** Objects and lists within each other. */
    public static final int MAX_DEPTH = 64;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build();

    private final JsonScanner scanner = new JsonScanner();
    private byte[] json;
    private @Nullable EventFields fields;
    private boolean veiled = true;

    /** The bytes must not be changed while rules look at them. */
    public JsonEvent(byte[] json) {
        this.json = json;
    }

    /** Turns to another event, so that one object can serve for many. */
    public void set(byte[] other) {
        json = other;
        fields = null;
        veiled = true;
    }

    @Override
    public @Nullable Object value(FieldPath path) {
        return fields().value(path);
    }

    @Override
    public boolean has(FieldPath path) {
        return fields().has(path);
    }

    @Override
    public void keywords(Consumer<Object> leaves) {
        fields().keywords(leaves);
    }

    @Override
    public boolean isFreeOf(Fragments fragments) {
        return !veiled && !fragments.mayOccurIn(json);
    }

    private EventFields fields() {
        EventFields read = fields;
        if (read == null) {
            try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
                parser.nextToken();
                Map<String, @Nullable Object> object = JsonValues.object(parser);
                read = new EventFields(object);
                fields = read;
            }
        }
        return read;
    }

    @Override
    public void fill(FieldTable table) {
        scanner.scan(json, table);
        veiled = scanner.isVeiled();
    }
}
