package vn.chieng.api.rules;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.query.Query;
import vn.chieng.event.Level;

/**
 * Which rules a list shows; null means any.
 *
 * @param asked what was typed into the search box; words stand in a title, an id, an author or a tag
 * @param seen whether events have ever had what the rule needs
 * @param attack a technique or tactic of ATT&CK, such as {@code t1190}; a technique means its sub-techniques too
 */
public record RuleQuery(
        Query asked,
        @Nullable Level level,
        @Nullable String status,
        @Nullable String product,
        @Nullable Boolean enabled,
        @Nullable Boolean effective,
        @Nullable Boolean seen,
        @Nullable RuleKind kind,
        @Nullable String attack,
        boolean tuned,
        Sort sort) {

    /** The orders of the list. */
    public enum Sort {
        TITLE,
        LEVEL,
        MATCHES,
        LAST_MATCH,
        COST,
        CHANGED;

        /** As in addresses and bundle keys. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Everything. */
    public static final RuleQuery ALL =
            new RuleQuery(Query.EVERYTHING, null, null, null, null, null, null, null, null, false, Sort.TITLE);
}
