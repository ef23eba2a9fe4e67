package vn.chieng.sigma.raw;

/** What a JSON value is, as far as it shows without decoding it. */
public enum RawKind {
    /** Text in which letters of ASCII stand for themselves. */
    TEXT('t'),
    /** Text in which some letters of ASCII may be written as others. */
    VEILED_TEXT('v'),
    /** A whole number that is written as it is shown. */
    INTEGER('i'),
    /** Any other number. */
    NUMBER('d'),
    TRUE('y'),
    FALSE('n'),
    NULL('z'),
    OBJECT('o'),
    LIST('l');

    private final char code;

    RawKind(char code) {
        this.code = code;
    }

    /** A letter of its own. */
    public char code() {
        return code;
    }
}
