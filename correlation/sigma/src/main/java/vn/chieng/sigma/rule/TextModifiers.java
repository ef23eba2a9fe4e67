package vn.chieng.sigma.rule;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import vn.chieng.sigma.text.TextPattern;
import vn.chieng.sigma.yaml.Issues;
import vn.chieng.sigma.yaml.Position;

/** Applies the modifiers of text, left to right; one value can become several, of which any may match. */
final class TextModifiers {
    static final int MAX_FORMS = 10_000;

    private final Position position;
    private final Issues issues;
    private final SigmaSettings settings;

    /** A value on its way through the modifiers. */
    private sealed interface Form {
        record Pattern(TextPattern pattern) implements Form {}

        @SuppressWarnings("ArrayRecordComponent") // lives only inside this class
        record Encoded(byte[] bytes) implements Form {}
    }

    TextModifiers(Position position, Issues issues, SigmaSettings settings) {
        this.position = position;
        this.issues = issues;
        this.settings = settings;
    }

    /** The patterns; empty where a modifier could not be applied, which is then an issue. */
    List<TextPattern> apply(String text, List<Modifier> modifiers) {
        List<Form> forms = List.of(new Form.Pattern(TextPattern.read(text)));
        for (Modifier modifier : modifiers) {
            int before = issues.count();
            List<Form> next = new ArrayList<>();
            for (Form form : forms) {
                next.addAll(apply(modifier, form));
            }
            if (next.size() > MAX_FORMS) {
                issues.add(position, "the value stands for more than " + MAX_FORMS + " values");
            }
            if (issues.count() > before) {
                return List.of();
            }
            forms = next;
        }
        return forms.stream().map(TextModifiers::pattern).toList();
    }

    private List<Form> apply(Modifier modifier, Form form) {
        TextPattern pattern = pattern(form);
        return switch (modifier) {
            case CONTAINS -> one(pattern.open(true, true));
            case STARTSWITH -> one(pattern.open(false, true));
            case ENDSWITH -> one(pattern.open(true, false));
            case WINDASH -> one(pattern.withAnyDash());
            case EXPAND -> expand(pattern);
            case BASE64 -> base64(form, false);
            case BASE64OFFSET -> base64(form, true);
            case UTF16LE -> encoded(pattern, StandardCharsets.UTF_16LE, "");
            case UTF16BE -> encoded(pattern, StandardCharsets.UTF_16BE, "");
            case UTF16 -> encoded(pattern, StandardCharsets.UTF_16LE, "\ufeff");
            case CASED -> List.of(form);
            case ALL, NEQ, EXISTS, RE, IGNORECASE, MULTILINE, DOTALL, CIDR, LT, LTE, GT, GTE -> misplaced(modifier);
            case MINUTE, HOUR, DAY, WEEK, MONTH, YEAR, FIELDREF -> misplaced(modifier);
        };
    }

    private List<Form> expand(TextPattern pattern) {
        return new Placeholders(settings, position, issues)
                .expand(pattern).stream().<Form>map(Form.Pattern::new).toList();
    }

    private List<Form> encoded(TextPattern pattern, Charset charset, String mark) {
        if (!pattern.isLiteral()) {
            issues.add(position, "a value with wildcards cannot be encoded");
            return List.of();
        }
        return List.of(new Form.Encoded((mark + pattern.literalText()).getBytes(charset)));
    }

    private List<Form> base64(Form form, boolean offsets) {
        byte[] bytes = switch (form) {
            case Form.Encoded(byte[] encoded) -> encoded;
            case Form.Pattern(TextPattern pattern) -> {
                if (!pattern.isLiteral()) {
                    issues.add(position, "a value with wildcards has no Base64 form");
                }
                yield pattern.literalText().getBytes(StandardCharsets.UTF_8);
            }
        };
        if (bytes.length == 0) {
            issues.add(position, "an empty value has no Base64 form");
            return List.of();
        }
        List<String> texts = offsets ? Base64Forms.atEveryOffset(bytes) : List.of(Base64Forms.plain(bytes));
        return texts.stream()
                .<Form>map(text -> new Form.Pattern(TextPattern.literal(text)))
                .toList();
    }

    private List<Form> misplaced(Modifier modifier) {
        issues.add(position, "the modifier " + modifier + " does not apply to a text");
        return List.of();
    }

    /** Bytes that no Base64 follows are compared character by byte, as they stand in an undecoded event. */
    private static TextPattern pattern(Form form) {
        return switch (form) {
            case Form.Pattern(TextPattern pattern) -> pattern;
            case Form.Encoded(byte[] bytes) -> TextPattern.literal(new String(bytes, StandardCharsets.ISO_8859_1));
        };
    }

    private static List<Form> one(TextPattern pattern) {
        return List.of(new Form.Pattern(pattern));
    }
}
