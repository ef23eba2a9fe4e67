package vn.chieng.api.signin.passwords;

/** What is wrong with a new password, or with the way it was given. */
public enum PasswordFlaw {
    WRONG_CURRENT,
    TOO_SHORT,
    TOO_LONG,
    TOO_SIMPLE,
    COMMON,
    HOLDS_NAME,
    NOT_NEW,
    USED_BEFORE,
    NOT_REPEATED
}
