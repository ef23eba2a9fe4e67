package vn.chieng.cli.law;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads the descriptions token by token, so that every problem has its place. */
final class SystemsReader {
    static final int MAX_SYSTEMS = 10_000;
    static final int MAX_PROBLEMS = 200;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String file;
    private final List<String> problems = new ArrayList<>();
    private final List<SystemsFile.Described> systems = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    SystemsReader(String file) {
        this.file = file;
    }

    SystemsFile read(byte[] content) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), content)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                wrong(parser, "an object with \"systems\" is expected");
            } else {
                top(parser);
                if (parser.nextToken() != null) {
                    wrong(parser, "nothing may follow the object");
                }
            }
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            wrong(
                    new Place(file, at == null ? 1 : at.getLineNr(), at == null ? 1 : at.getColumnNr(), ""),
                    e.getOriginalMessage());
        }
        return new SystemsFile(systems, problems);
    }

    private void top(JsonParser parser) {
        boolean found = false;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            if (!key.equals("systems")) {
                wrong(parser, "unknown key; \"systems\" is expected");
                parser.nextToken();
                parser.skipChildren();
            } else if (parser.nextToken() == JsonToken.START_ARRAY) {
                found = true;
                list(parser);
            } else {
                wrong(parser, "a list of systems is expected");
                parser.skipChildren();
            }
        }
        if (!found && problems.isEmpty()) {
            wrong(parser, "the key \"systems\" is missing");
        }
    }

    private void list(JsonParser parser) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                wrong(parser, "a system is an object with id, name and answers");
                parser.skipChildren();
            } else if (systems.size() == MAX_SYSTEMS) {
                wrong(parser, "more than " + MAX_SYSTEMS + " systems");
                parser.skipChildren();
            } else {
                system(parser);
            }
        }
    }

    private void system(JsonParser parser) {
        Place start = place(parser);
        String id = null;
        String name = null;
        Map<String, SystemsFile.Answer> answers = null;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            switch (parser.currentName()) {
                case "id" -> id = text(parser);
                case "name" -> name = text(parser);
                case "answers" -> answers = answers(parser);
                default -> {
                    wrong(parser, "unknown key; a system has id, name and answers");
                    parser.nextToken();
                    parser.skipChildren();
                }
            }
        }
        if (id == null || answers == null) {
            wrong(start, "a system needs \"id\" and \"answers\"");
        } else if (ids.add(id)) {
            systems.add(new SystemsFile.Described(id, name == null ? id : name, answers));
        } else {
            wrong(start, "the id \"" + id + "\" is already used");
        }
    }

    private @Nullable String text(JsonParser parser) {
        if (parser.nextToken() == JsonToken.VALUE_STRING && !parser.getString().isBlank()) {
            return parser.getString();
        }
        wrong(parser, "a text that is not empty is expected");
        parser.skipChildren();
        return null;
    }

    private @Nullable Map<String, SystemsFile.Answer> answers(JsonParser parser) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            wrong(parser, "an object of answers by input is expected");
            parser.skipChildren();
            return null;
        }
        Map<String, SystemsFile.Answer> answers = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String input = parser.currentName();
            parser.nextToken();
            Place place = place(parser);
            Object value = value(parser);
            if (value != null) {
                answers.put(input, new SystemsFile.Answer(value, place));
            }
        }
        return answers;
    }

    /** The answer, or null for one that is not known: JSON's null, or a wrong one, which is among the problems. */
    private @Nullable Object value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case VALUE_NULL -> null;
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_TRUE, VALUE_FALSE -> parser.getString();
            case START_ARRAY -> texts(parser);
            default -> {
                wrong(parser, "an answer is a text, a whole number, true, false, null or a list of texts");
                parser.skipChildren();
                yield null;
            }
        };
    }

    private @Nullable List<String> texts(JsonParser parser) {
        List<String> texts = new ArrayList<>();
        boolean sound = true;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.VALUE_STRING) {
                texts.add(parser.getString());
            } else {
                wrong(parser, "a list holds texts only");
                parser.skipChildren();
                sound = false;
            }
        }
        return sound ? texts : null;
    }

    private Place place(JsonParser parser) {
        TokenStreamLocation at = parser.currentTokenLocation();
        return new Place(
                file,
                at.getLineNr(),
                at.getColumnNr(),
                parser.streamReadContext().pathAsPointer().toString());
    }

    private void wrong(JsonParser parser, String reason) {
        wrong(place(parser), reason);
    }

    private void wrong(Place place, String reason) {
        if (problems.size() < MAX_PROBLEMS) {
            problems.add(place + ": " + reason);
        }
    }
}
