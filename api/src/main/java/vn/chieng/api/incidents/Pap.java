package vn.chieng.api.incidents;

import com.fasterxml.jackson.annotation.JsonValue;

/** The Permissible Actions Protocol: what may be done with information, so that an attacker does not notice. */
public enum Pap {
    CLEAR,
    GREEN,
    AMBER,
    RED;

    /** As the protocol writes it: {@code PAP:AMBER}. */
    @JsonValue
    public String label() {
        return "PAP:" + name();
    }
}
