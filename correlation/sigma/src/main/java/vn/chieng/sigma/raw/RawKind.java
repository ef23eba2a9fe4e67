package vn.chieng.sigma.raw;

/** What a JSON value is, as far as it shows without decoding it. */
public enum RawKind {
    /** Text of ASCII letters that stand for themselves. */
    TEXT,
    /** Text with escapes, or letters beyond ASCII; its letters of ASCII stand for themselves. */
    ESCAPED_TEXT,
    /** Text in which some letters of ASCII are written as others. */
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
