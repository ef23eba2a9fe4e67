package vn.chieng.api.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chieng.sigma.taxonomy.Effectiveness;

/**
 * What no configured source gives a rule.
 *
 * @param logSource whether it is the log source itself
 * @param fields otherwise the fields without which it cannot match
 */
public record MissingInput(boolean logSource, List<String> fields) {
    private static final MissingInput NOTHING = new MissingInput(false, List.of());

    public MissingInput {
        fields = List.copyOf(fields);
    }

    /** What the engine says of a rule; null where it misses nothing. */
    public static MissingInput of(Effectiveness.@Nullable Missing missing) {
        return missing == null ? NOTHING : new MissingInput(missing.logSource() != null, List.copyOf(missing.fields()));
    }

    /** Whether the rule has what it needs. */
    public boolean nothing() {
        return !logSource && fields.isEmpty();
    }
}
