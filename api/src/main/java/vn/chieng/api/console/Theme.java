package vn.chieng.api.console;

/** Which colours a person wants. */
public enum Theme {
    SYSTEM,
    LIGHT,
    DARK
}
