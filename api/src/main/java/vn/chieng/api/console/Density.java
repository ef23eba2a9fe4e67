package vn.chieng.api.console;

/** How tall the rows of a list are. */
public enum Density {
    COMFORTABLE,
    COMPACT
}
