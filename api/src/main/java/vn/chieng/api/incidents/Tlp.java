package vn.chieng.api.incidents;

import com.fasterxml.jackson.annotation.JsonValue;

/** The Traffic Light Protocol 2.0: with whom information may be shared. */
public enum Tlp {
    CLEAR,
    GREEN,
    AMBER,
    AMBER_STRICT,
    RED;

    /** As the protocol writes it: {@code TLP:AMBER+STRICT}. */
    @JsonValue
    public String label() {
        return "TLP:" + name().replace('_', '+');
    }
}
