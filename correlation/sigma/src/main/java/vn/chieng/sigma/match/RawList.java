package vn.chieng.sigma.match;

import vn.chieng.sigma.raw.RawKind;

/** Takes texts out of a JSON list whose grammar was checked before. */
final class RawList {
    private RawList() {}

    /** Hands over the first texts between the brackets, not those of lists and objects in it. */
    static void texts(byte[] json, int start, int end, int field, WatchedFields fields) {
        int depth = 0;
        int taken = 0;
        int i = start;
        while (i < end && taken < WatchedFields.MOST_TEXTS) {
            switch (json[i]) {
                case '[', '{' -> depth++;
                case ']', '}' -> depth--;
                case '"' -> {
                    int close = i + 1;
                    boolean plain = true;
                    for (; json[close] != '"'; close++) {
                        plain &= json[close] >= 0 && json[close] != '\\';
                        close += json[close] == '\\' ? 1 : 0;
                    }
                    if (depth == 1) {
                        taken++;
                        if (plain) {
                            fields.takeText(field, json, i + 1, close);
                        } else {
                            fields.take(field, new FieldValue().set(RawKind.VEILED_TEXT, json, i + 1, close));
                        }
                    }
                    i = close;
                }
                default -> {
                    // commas, spaces, numbers and words
                }
            }
            i++;
        }
    }
}
