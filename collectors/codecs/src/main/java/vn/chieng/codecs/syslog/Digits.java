package vn.chieng.codecs.syslog;

/** Numbers read in place. */
final class Digits {
    private Digits() {}

    /** Whether there is at least one character and all are digits. */
    static boolean are(String text, int from, int to) {
        if (from < 0 || from >= to || to > text.length()) {
            return false;
        }
        for (int index = from; index < to; index++) {
            if (!isDigit(text.charAt(index))) {
                return false;
            }
        }
        return true;
    }

    /** The value of digits checked before; of anything else a large number. */
    static int value(String text, int from, int to) {
        int value = 0;
        for (int index = from; index < to; index++) {
            if (!isDigit(text.charAt(index))) {
                return Integer.MAX_VALUE;
            }
            value = value * 10 + text.charAt(index) - '0';
        }
        return value;
    }

    static boolean isDigit(char value) {
        return value >= '0' && value <= '9';
    }

    /** Index of the first character at or behind {@code from} that is no digit. */
    static int end(String text, int from) {
        int index = from;
        while (index < text.length() && isDigit(text.charAt(index))) {
            index++;
        }
        return index;
    }
}
