package vn.chieng.law.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question whose answer rules depend on. */
public record Input(
        @Inline Basis basis,
        Type type,
        Words label,
        @Nullable Words help,
        List<Option> options) implements Rule {

    /** What an answer may be. */
    public enum Type {
        BOOLEAN,
        ENUM,
        INTEGER,
        SET
    }

    /** A value that may be chosen. */
    public record Option(String value, Words label) {}

    public Input {
        boolean chosen = type == Type.ENUM || type == Type.SET;
        if (chosen == options.isEmpty()) {
            throw new IllegalArgumentException("an enum or set has options, another input has none");
        }
        if (options.stream().map(Option::value).distinct().count() < options.size()) {
            throw new IllegalArgumentException("two options have the same value");
        }
        options = List.copyOf(options);
    }

    public boolean offers(String value) {
        return options.stream().anyMatch(option -> option.value().equals(value));
    }
}
