package vn.chieng.api.coverage;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What people record of a body; a kind has states, or tells a day only. */
public enum FactKind {
    ANTIVIRUS("full", "partly", "none"),
    LAYER_1("good", "partly", "none"),
    LAYER_2("good", "partly", "none"),
    LAYER_3("good", "partly", "none"),
    LAYER_4("good", "partly", "none"),
    DRILL("done"),
    SCAN("done");

    @SuppressWarnings("ImmutableEnumChecker") // made unmodifiable in the constructor
    private final List<String> states;

    FactKind(String... states) {
        this.states = List.of(states);
    }

    /** The states it can have. */
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
