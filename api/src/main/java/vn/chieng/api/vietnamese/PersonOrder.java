package vn.chieng.api.vietnamese;

import java.text.Collator;
import java.text.Normalizer;
import java.util.Locale;

/** The order in which Vietnamese lists people: by given name, which is the last word, then by the rest. */
public final class PersonOrder {
    private static final byte[] NOTHING = {};

    private PersonOrder() {}

    /** A key whose bytes sort as the name does. */
    public static byte[] key(String displayName) {
        String name = Normalizer.normalize(displayName, Normalizer.Form.NFC).strip();
        int space = name.lastIndexOf(' ');
        Collator vietnamese = Collator.getInstance(Locale.of("vi"));
        byte[] given = vietnamese.getCollationKey(name.substring(space + 1)).toByteArray();
        byte[] rest = space < 0
                ? NOTHING
                : vietnamese.getCollationKey(name.substring(0, space)).toByteArray();
        byte[] key = new byte[given.length + 2 + rest.length]; // two zero bytes sort a name before its extensions
        System.arraycopy(given, 0, key, 0, given.length);
        System.arraycopy(rest, 0, key, given.length + 2, rest.length);
        return key;
    }
}
