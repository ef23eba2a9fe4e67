package vn.chieng.intake.frame;

import java.util.Locale;

/** The way a frame came in. */
public enum Transport {
    UDP('u'),
    TCP('t'),
    HTTP('h');

    private final char code;

    Transport(char code) {
        this.code = code;
    }

    /** As it stands in the spool; never changed. */
    public char code() {
        return code;
    }

    /** The transport with this code. */
    public static Transport ofCode(char code) {
        for (Transport transport : values()) {
            if (transport.code == code) {
                return transport;
            }
        }
        throw new IllegalArgumentException("no transport has the code " + (int) code);
    }

    /** As it stands in metrics and events. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
