package vn.chieng.sigma.text;

/** Guesses how common grams are in events: those that many literals share, and those that are all letters. */
final class GramFrequencies {
    private static final int ODD = 0x9e3779b1;
    private static final int SHIFT = 16;

    /** By hash; where two fall together both seem more common, which does no harm. */
    private final short[] counts = new short[1 << SHIFT];

    void add(byte[] literal) {
        for (int i = 0; i + Integer.BYTES <= literal.length; i++) {
            int place = place(GramTable.gram(literal, i, -1));
            if (counts[place] < Short.MAX_VALUE) {
                counts[place]++;
            }
        }
    }

    int of(int gram) {
        int letters = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
            letters += Character.isLetter((gram >> (i * Byte.SIZE)) & 0xff) ? 1 : 0;
        }
        return counts[place(gram)] + letters;
    }

    private static int place(int gram) {
        return (gram * ODD) >>> SHIFT;
    }
}
