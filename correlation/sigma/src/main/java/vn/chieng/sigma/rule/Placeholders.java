package vn.chieng.sigma.rule;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chieng.sigma.text.TextPattern;
import vn.chieng.sigma.yaml.Issues;
import vn.chieng.sigma.yaml.Position;

/** Modifier {@code expand}: puts the site's values in the place of {@code %name%}. */
final class Placeholders {
    private final SigmaSettings settings;
    private final Position position;
    private final Issues issues;

    Placeholders(SigmaSettings settings, Position position, Issues issues) {
        this.settings = settings;
        this.position = position;
        this.issues = issues;
    }

    /** Every combination of values; a name without values is an issue. */
    List<TextPattern> expand(TextPattern pattern) {
        List<List<TextPattern.Token>> forms = List.of(List.of());
        for (TextPattern.Token token : pattern.tokens()) {
            List<List<TextPattern.Token>> choices =
                    token instanceof TextPattern.Literal(String text) ? choices(text) : List.of(List.of(token));
            forms = combined(forms, choices);
        }
        return forms.stream().map(TextPattern::new).toList();
    }

    private List<List<TextPattern.Token>> choices(String text) {
        List<List<TextPattern.Token>> forms = List.of(List.of());
        StringBuilder literal = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == '%') {
                i++;
                literal.append('%');
                continue;
            }
            String name = c == '%' ? name(text, i) : null;
            if (name == null) {
                literal.append(c);
            } else {
                forms = combined(forms, List.of(List.of(new TextPattern.Literal(literal.toString()))));
                literal.setLength(0);
                forms = combined(forms, values(name));
                i += name.length() + 1;
            }
        }
        return combined(forms, List.of(List.of(new TextPattern.Literal(literal.toString()))));
    }

    /** The name between this percent sign and the next, or null where there is none. */
    private static @Nullable String name(String text, int percent) {
        int end = text.indexOf('%', percent + 1);
        if (end <= percent + 1) {
            return null;
        }
        String name = text.substring(percent + 1, end);
        return name.chars().allMatch(c -> Character.isLetterOrDigit(c) || "_-.".indexOf(c) >= 0) ? name : null;
    }

    private List<List<TextPattern.Token>> values(String name) {
        List<String> values = settings.placeholders().getOrDefault(name, List.of());
        if (values.isEmpty()) {
            issues.add(position, "the placeholder %" + name + "% has no values in the settings");
        }
        return values.stream().map(value -> TextPattern.read(value).tokens()).toList();
    }

    private List<List<TextPattern.Token>> combined(
            List<List<TextPattern.Token>> starts, List<List<TextPattern.Token>> ends) {
        if ((long) starts.size() * ends.size() > TextModifiers.MAX_FORMS) {
            issues.add(position, "the placeholders stand for more than " + TextModifiers.MAX_FORMS + " values");
            return List.of();
        }
        List<List<TextPattern.Token>> combined = new ArrayList<>(starts.size() * ends.size());
        for (List<TextPattern.Token> start : starts) {
            for (List<TextPattern.Token> end : ends) {
                List<TextPattern.Token> whole = new ArrayList<>(start);
                whole.addAll(end);
                combined.add(whole);
            }
        }
        return combined;
    }
}
