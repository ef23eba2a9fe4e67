package vn.chieng.intake.frame;

import java.util.Locale;

/** The way a frame came in. */
public enum Transport {
    UDP,
    TCP,
    HTTP;

    /** As it stands in metrics and events. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
