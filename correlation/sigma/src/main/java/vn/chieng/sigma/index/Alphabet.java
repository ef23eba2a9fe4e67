package vn.chieng.sigma.index;

import java.util.Arrays;
import java.util.Collection;
import vn.chieng.sigma.text.CaseFolding;

/** Numbers the characters that occur in some folded literals, from 1; every other character is 0. */
final class Alphabet {
    private static final int ASCII = 0x80;

    private final byte[] ascii = new byte[ASCII];
    private final char[] others;
    private final int width;

    Alphabet(Collection<String> literals) {
        char[] used = literals.stream()
                .flatMapToInt(String::chars)
                .distinct()
                .sorted()
                .collect(StringBuilder::new, (text, c) -> text.append((char) c), StringBuilder::append)
                .toString()
                .toCharArray();
        int number = 0;
        while (number < used.length && used[number] < ASCII) {
            ascii[used[number]] = (byte) (number + 1);
            number++;
        }
        for (char c = 'A'; c <= 'Z'; c++) {
            ascii[c] = ascii[CaseFolding.fold(c)];
        }
        others = Arrays.copyOfRange(used, number, used.length);
        width = used.length + 1;
    }

    int width() {
        return width;
    }

    int of(char c) {
        return c < ASCII ? ascii[c] : other(c);
    }

    private int other(char c) {
        char folded = CaseFolding.fold(c);
        if (folded < ASCII) {
            return ascii[folded];
        }
        int found = Arrays.binarySearch(others, folded);
        return found < 0 ? 0 : width - others.length + found;
    }
}
