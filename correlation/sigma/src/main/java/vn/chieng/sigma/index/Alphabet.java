package vn.chieng.sigma.index;

import java.util.Collection;

/** Numbers the bytes that occur in some folded literals, from 1; every other byte is 0. */
final class Alphabet {
    private static final int BYTES = 0x100;

    private final byte[] numbers = new byte[BYTES];
    private final int width;

    Alphabet(Collection<byte[]> literals) {
        boolean[] used = new boolean[BYTES];
        for (byte[] literal : literals) {
            for (byte b : literal) {
                used[b & 0xff] = true;
            }
        }
        int number = 0;
        for (int b = 0; b < BYTES; b++) {
            if (used[b]) {
                number++;
                numbers[b] = (byte) number;
            }
        }
        for (int letter = 'A'; letter <= 'Z'; letter++) {
            numbers[letter] = numbers[letter + ('a' - 'A')];
        }
        width = number + 1;
    }

    int width() {
        return width;
    }

    int of(byte b) {
        return numbers[b & 0xff] & 0xff;
    }
}
