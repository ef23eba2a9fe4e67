package vn.chieng.indicators;

import java.util.Arrays;

/** Reads literal IPv6 addresses from ASCII without objects and exceptions: events are full of them and of what looks so. */
final class SixReader {
    static final int BYTES = 16;
    private static final int DIGITS = 4;
    private static final int FOUR = 4;

    private final byte[] four = new byte[FOUR];
    private final byte[] rest = new byte[BYTES];

    /** Puts the address into the target; a zone behind it is left out. False where it is none. */
    boolean read(byte[] text, int length, byte[] target) {
        int end = end(text, length);
        int at = 0;
        int gap = -1;
        int i = 0;
        if (end >= 2 && text[0] == ':') {
            if (text[1] != ':') {
                return false;
            }
            gap = 0;
            i = 2;
        }
        while (i < end) {
            int stop = i;
            while (stop < end && text[stop] != ':') {
                stop++;
            }
            int taken = group(text, i, stop, stop == end, target, at);
            if (taken == 0) {
                return false;
            }
            at += taken;
            i = stop;
            if (i < end) {
                i++;
                if (i == end) {
                    return false;
                }
                if (text[i] == ':') {
                    if (gap >= 0) {
                        return false;
                    }
                    gap = at;
                    i++;
                }
            }
        }
        return gap < 0 ? at == BYTES : spread(target, gap, at);
    }

    private static int end(byte[] text, int length) {
        for (int i = 0; i < length; i++) {
            if (text[i] == '%') {
                return i;
            }
        }
        return length;
    }

    /** How many bytes a group gave: two, four where it is an IPv4 address at the end, none where it is no group. */
    private int group(byte[] text, int from, int to, boolean last, byte[] target, int at) {
        if (last && to - from > DIGITS) {
            boolean read = at + FOUR <= BYTES && IpText.readFour(text, from, to, four);
            if (read) {
                System.arraycopy(four, 0, target, at, FOUR);
            }
            return read ? FOUR : 0;
        }
        if (to == from || to - from > DIGITS || at + 2 > BYTES) {
            return 0;
        }
        int group = 0;
        for (int i = from; i < to; i++) {
            int digit = text[i] < 0 ? -1 : Character.digit(text[i], 16);
            if (digit < 0) {
                return 0;
            }
            group = group << 4 | digit;
        }
        target[at] = (byte) (group >> Byte.SIZE);
        target[at + 1] = (byte) group;
        return 2;
    }

    /** Moves what stands after the gap to the end, and fills the gap with zeros. */
    private boolean spread(byte[] target, int gap, int at) {
        if (at > BYTES - 2) {
            return false;
        }
        int after = at - gap;
        System.arraycopy(target, gap, rest, 0, after);
        Arrays.fill(target, gap, BYTES - after, (byte) 0);
        System.arraycopy(rest, 0, target, BYTES - after, after);
        return true;
    }
}
