package vn.chieng.api.identity;

/** The kinds of account that are kept apart. */
public enum AccountKind {
    ADMINISTRATOR,
    BUSINESS,
    TECHNICAL,
    SERVICE
}
