package vn.chieng.sigma.raw;

/** What a JSON value is, as far as it shows without decoding it. */
public enum RawKind {
    /** Text in which letters of ASCII stand for themselves. */
    TEXT,
    /** Text in which some letters of ASCII may be written as others. */
    VEILED_TEXT,
    /** A whole number that is written as it is shown. */
    INTEGER,
    /** Any other number. */
    NUMBER,
    TRUE,
    FALSE,
    NULL,
    OBJECT,
    LIST
}
