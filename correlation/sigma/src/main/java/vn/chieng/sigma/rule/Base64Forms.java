package vn.chieng.sigma.rule;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The Base64 texts that stand for some bytes inside a longer encoded text. */
final class Base64Forms {
    private static final int[] SKIPPED_AT_START = {0, 2, 3};
    private static final int[] SKIPPED_AT_END = {0, 3, 2};

    private Base64Forms() {}

    static String plain(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** One text for each place modulo three, without the characters that depend on the neighbours. */
    static List<String> atEveryOffset(byte[] bytes) {
        List<String> forms = new ArrayList<>(3);
        for (int offset = 0; offset < 3; offset++) {
            byte[] shifted = new byte[offset + bytes.length];
            System.arraycopy(bytes, 0, shifted, offset, bytes.length);
            String encoded = plain(shifted);
            String stable =
                    encoded.substring(SKIPPED_AT_START[offset], encoded.length() - SKIPPED_AT_END[shifted.length % 3]);
            if (!stable.isEmpty()) {
                forms.add(stable);
            }
        }
        return forms;
    }
}
