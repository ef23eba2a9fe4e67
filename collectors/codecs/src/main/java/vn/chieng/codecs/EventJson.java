package vn.chieng.codecs;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import vn.chieng.event.Event;

/** Events as UTF-8 JSON: one line, numbers and texts preserved; of duplicate names the last one wins. */
public final class EventJson {
    /** Deepest nesting read. */
    public static final int MAX_DEPTH = 32;
    /** Most names and array entries read in one document. */
    public static final int MAX_VALUES = 10_000;
    /** Longest document read, in bytes. */
    public static final int MAX_BYTES = 16 << 20;

    private static final int MAX_NUMBER_CHARACTERS = 100;
    private static final int FIRST_BUFFER = 1024;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(MAX_NUMBER_CHARACTERS)
                    .maxStringLength(MAX_BYTES)
                    .maxNameLength(1024)
                    .build())
            .build();

    private EventJson() {}

    /** What became of a text that should be one JSON object. */
    public sealed interface Parsed {

        /** The object, names as they stand. */
        record Fields(Map<String, @Nullable Object> fields) implements Parsed {}

        /** Line and column count from 1. */
        record Broken(Decoded.Reason reason, String problem, int line, int column) implements Parsed {

            /** The problem and its place. */
            public String describe() {
                return "%s (line %d, column %d)".formatted(problem, line, column);
            }
        }
    }

    /** Reads one JSON object; anything after it but white space is an error. */
    public static Parsed parse(byte[] json) {
        if (json.length == 0) {
            return new Parsed.Broken(Decoded.Reason.EMPTY, "the frame is empty", 1, 1);
        }
        if (json.length > MAX_BYTES) {
            return new Parsed.Broken(Decoded.Reason.TOO_LONG, "longer than " + MAX_BYTES + " bytes", 1, 1);
        }
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            return new Reader(parser).document();
        } catch (StreamConstraintsException e) {
            Decoded.Reason reason = e.getOriginalMessage().contains("nesting depth")
                    ? Decoded.Reason.TOO_DEEP
                    : Decoded.Reason.TOO_LONG;
            return broken(reason, e);
        } catch (JacksonException e) {
            return broken(Decoded.Reason.BAD_JSON, e);
        }
    }

    /** Reads a frame whose text should be one JSON object; its bytes where they are valid UTF-8. */
    public static Parsed parse(Frame frame) {
        return parse(frame.textBytes());
    }

    /** The members of a text that is one JSON object, or null where it is not. */
    public static @Nullable Map<String, @Nullable Object> fieldsOf(String json) {
        return parse(json.getBytes(StandardCharsets.UTF_8)) instanceof Parsed.Fields read ? read.fields() : null;
    }

    /** Reads an event that one of our processes wrote; fails on anything else. */
    @SuppressWarnings("NullAway") // javac keeps no type annotations of a compact constructor's parameter
    public static Event read(byte[] json) {
        return switch (parse(json)) {
            case Parsed.Fields read -> new Event(read.fields());
            case Parsed.Broken broken -> throw new IllegalArgumentException("not an event: " + broken.problem());
        };
    }

    /** Writes an event as one line of UTF-8 without a line end. */
    public static byte[] write(Event event) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(FIRST_BUFFER);
        try (JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            writeValue(generator, event.fields());
        }
        return out.toByteArray();
    }

    private static Parsed.Broken broken(Decoded.Reason reason, JacksonException e) {
        TokenStreamLocation place = e.getLocation();
        int line = place == null ? 1 : Math.max(1, place.getLineNr());
        int column = place == null ? 1 : Math.max(1, place.getColumnNr());
        return new Parsed.Broken(reason, e.getOriginalMessage(), line, column);
    }

    private static void writeValue(JsonGenerator out, @Nullable Object value) {
        switch (value) {
            case null -> out.writeNull();
            case String text -> out.writeString(text);
            case Integer number -> out.writeNumber(number);
            case Long number -> out.writeNumber(number);
            case Boolean flag -> out.writeBoolean(flag);
            case Double number -> out.writeNumber(number);
            case BigDecimal number -> out.writeNumber(number);
            case BigInteger number -> out.writeNumber(number);
            case Map<?, ?> map -> {
                out.writeStartObject();
                map.forEach((name, inner) -> {
                    out.writeName(String.valueOf(name));
                    writeValue(out, inner);
                });
                out.writeEndObject();
            }
            case Iterable<?> list -> {
                out.writeStartArray();
                list.forEach(inner -> writeValue(out, inner));
                out.writeEndArray();
            }
            default -> out.writeString(value.toString());
        }
    }

    /** One document being read; counts its values. */
    private static final class Reader {
        private final JsonParser parser;
        private int values;

        Reader(JsonParser parser) {
            this.parser = parser;
        }

        Parsed document() {
            JsonToken first = parser.nextToken();
            if (first != JsonToken.START_OBJECT) {
                return here(Decoded.Reason.NOT_AN_OBJECT, "not a JSON object");
            }
            Map<String, @Nullable Object> fields = object();
            if (values > MAX_VALUES) {
                return here(Decoded.Reason.TOO_MANY_FIELDS, "more than " + MAX_VALUES + " values");
            }
            if (parser.nextToken() != null) {
                return here(Decoded.Reason.BAD_JSON, "more text after the object");
            }
            return new Parsed.Fields(fields);
        }

        private Map<String, @Nullable Object> object() {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            for (String name = parser.nextName(); name != null && counted(); name = parser.nextName()) {
                parser.nextToken();
                map.put(name, value());
            }
            return map;
        }

        private List<@Nullable Object> array() {
            List<@Nullable Object> list = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY && counted()) {
                list.add(value());
            }
            return list;
        }

        private @Nullable Object value() {
            return switch (parser.currentToken()) {
                case START_OBJECT -> object();
                case START_ARRAY -> array();
                case VALUE_STRING -> parser.getString();
                case VALUE_NUMBER_INT -> parser.getNumberValue();
                case VALUE_NUMBER_FLOAT -> decimal();
                case VALUE_TRUE -> true;
                case VALUE_FALSE -> false;
                default -> null;
            };
        }

        /** A double where it prints as it was written, else the exact decimal. */
        private Number decimal() {
            double number = parser.getDoubleValue();
            return Double.toString(number).equals(parser.getString()) ? number : parser.getDecimalValue();
        }

        private boolean counted() {
            values++;
            return values <= MAX_VALUES;
        }

        private Parsed.Broken here(Decoded.Reason reason, String problem) {
            TokenStreamLocation place = parser.currentLocation();
            return new Parsed.Broken(reason, problem, Math.max(1, place.getLineNr()), Math.max(1, place.getColumnNr()));
        }
    }
}
