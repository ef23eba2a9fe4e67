package vn.chieng.api.forms;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts what fields hold into the sentences of a form; where something is missing, dots stand. */
final class Placeholders {
    private static final Pattern FIELD = Pattern.compile("\\{([a-z][a-z0-9-]*)\\}");
    private static final String NAME = "name";

    private final FormFacts facts;
    private final FormWords words;

    Placeholders(FormFacts facts, FormWords words) {
        this.facts = facts;
        this.words = words;
    }

    String fill(String sentence) {
        return FIELD.matcher(sentence).replaceAll(found -> Matcher.quoteReplacement(value(found.group(1))));
    }

    private String value(String field) {
        FormFrame frame = facts.frame();
        return switch (field) {
            case FrameFields.ISSUER -> frame.agency();
            case FrameFields.AUTHORITY -> authority(frame.authority(), frame.agency());
            case FrameFields.RECIPIENT ->
                frame.addressees().isEmpty() ? words.dots() : String.join(", ", frame.addressees());
            default -> inLine(facts.value(field));
        };
    }

    private static String authority(@Nullable String authority, String agency) {
        return (authority == null ? agency : authority).toUpperCase(Locale.ROOT);
    }

    private String inLine(Optional<FormValue> value) {
        return value.map(held -> switch (held) {
                    case FormValue.Text(String text) -> text.strip();
                    case FormValue.Items(List<String> items) -> String.join("; ", items);
                    case FormValue.Rows(List<Map<String, String>> rows) ->
                        rows.stream()
                                .map(row -> row.getOrDefault(NAME, ""))
                                .filter(name -> !name.isBlank())
                                .collect(Collectors.joining("; "));
                    case FormValue.Chapters(List<FormValue.Chapter> chapters) ->
                        chapters.stream().map(FormValue.Chapter::title).collect(Collectors.joining("; "));
                })
                .filter(text -> !text.isBlank())
                .orElseGet(words::dots);
    }
}
