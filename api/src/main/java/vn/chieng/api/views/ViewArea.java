package vn.chieng.api.views;

import java.util.Locale;

/** The lists that can be saved. */
public enum ViewArea {
    INCIDENTS("/incidents"),
    EVENTS("/logs");

    private final String path;

    ViewArea(String path) {
        this.path = path;
    }

    /** Where the list is. */
    public String path() {
        return path;
    }

    /** As forms spell it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
