package vn.chieng.api.notifications;

/** How often a person wants mail. */
public enum Digest {
    /** A mail for each notice. */
    AT_ONCE,
    /** At most one mail an hour. */
    HOURLY,
    /** One mail in the morning. */
    DAILY
}
