package vn.chieng.law.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The theme of keeping: how long logs and files are kept at least. */
public record Retention(List<LogRule> logs, List<Keeping> keeping) {

    public Retention {
        logs = List.copyOf(logs);
        keeping = List.copyOf(keeping);
    }

    /** What a level asks of logs; without months the text states none. */
    public record LogRule(
            @Inline Basis basis, int level, @Nullable Integer months, Words fields, Words review, Words other)
            implements Rule {}

    /** How long an object is kept, or for the life of the system where {@code months} is absent. */
    public record Keeping(
            @Inline Basis basis,
            Words object,
            @Nullable Integer months,
            @Nullable Integer days,
            Words appliesTo) implements Rule {}
}
