package vn.chieng.api.access;

/** What a caller owes before anything else is allowed. */
public enum Duty {
    /** To replace a one-time or outdated password. */
    NEW_PASSWORD,
    /** To set up a second factor. */
    SECOND_FACTOR
}
