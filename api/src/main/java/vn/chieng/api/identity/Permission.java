package vn.chieng.api.identity;

/** What a handler may ask of its caller. */
public enum Permission {
    /** Anyone, also without signing in. */
    PUBLIC,
    /** Anyone who is signed in: own preferences, own password, sign-out. */
    OWN_ACCOUNT,
    /** To see incidents within the acting scope. */
    INCIDENTS_READ,
    /** To work on incidents within the acting scope: acknowledge, confirm, comment, close, reopen. */
    INCIDENTS_WORK
}
