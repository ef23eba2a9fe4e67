package vn.chieng.api.coverage;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.coverage.checks.CheckKind;

/** What is known of a body: a state that people record, or the day of its latest check. */
public enum FactKind {
    ANTIVIRUS("full", "partly", "none"),
    LAYER_1("good", "partly", "none"),
    LAYER_2("good", "partly", "none"),
    LAYER_3("good", "partly", "none"),
    LAYER_4("good", "partly", "none"),
    DRILL(CheckKind.DRILL),
    SCAN(CheckKind.SCAN);

    @SuppressWarnings("ImmutableEnumChecker") // made unmodifiable in the constructor
    private final List<String> states;

    private final @Nullable CheckKind check;

    FactKind(String... states) {
        this.states = List.of(states);
        check = null;
    }

    FactKind(CheckKind check) {
        states = List.of();
        this.check = check;
    }

    /** The kind of checks whose latest this is; null for what is recorded as a state. */
    public @Nullable CheckKind check() {
        return check;
    }

    /** The states that can be recorded. */
    public List<String> states() {
        return states;
    }

    /** As in addresses, bundle keys and the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of this code, if there is one. */
    static Optional<FactKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
