package vn.chieng.sigma.regex;

/**
 * Some letters of ASCII, a bit for each.
 *
 * @param low those below 64
 * @param high those from 64 on
 */
record Letters(long low, long high) {
    static final int COUNT = 2 * Long.SIZE;
    static final Letters NONE = new Letters(0, 0);
    static final Letters ALL = new Letters(-1, -1);
    static final Letters DIGITS = range('0', '9');
    static final Letters WORD = DIGITS.or(range('a', 'z')).or(range('A', 'Z')).or(of('_'));
    static final Letters SPACE = of(' ').or(of('\t')).or(of('\n')).or(of('\r')).or(of('\f'));

    private static final long CAPITALS = range('A', 'Z').high();

    static Letters of(char letter) {
        return letter < Long.SIZE ? new Letters(1L << letter, 0) : new Letters(0, 1L << letter);
    }

    /** From the first to the last, both of ASCII. */
    static Letters range(char first, char last) {
        Letters range = NONE;
        for (char letter = first; letter <= last; letter++) {
            range = range.or(of(letter));
        }
        return range;
    }

    Letters or(Letters others) {
        return new Letters(low | others.low, high | others.high);
    }

    Letters not() {
        return new Letters(~low, ~high);
    }

    boolean has(int letter) {
        return ((letter < Long.SIZE ? low : high) & 1L << letter) != 0;
    }

    /** The same with capitals as small letters. */
    Letters folded() {
        return new Letters(low, (high & ~CAPITALS) | (high & CAPITALS) << ('a' - 'A'));
    }

    /** Whether there is only one. */
    boolean isOne() {
        return Long.bitCount(low) + Long.bitCount(high) == 1;
    }

    /** The lowest of them, where there is one. */
    char first() {
        return (char) (low == 0 ? Long.SIZE + Long.numberOfTrailingZeros(high) : Long.numberOfTrailingZeros(low));
    }
}
