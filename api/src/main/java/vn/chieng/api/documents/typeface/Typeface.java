package vn.chieng.api.documents.typeface;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** Liberation Serif, whose letters are as wide as those of Times New Roman. */
public final class Typeface {
    public static final String NAME = "Liberation Serif";
    private static final int LAST_PLANE_END = 0x10FFFF;

    private final Map<Style, byte[]> files = new EnumMap<>(Style.class);
    private final Map<Style, Face> faces = new EnumMap<>(Style.class);
    private final BitSet covered;

    private record Face(BitSet covered, IntUnaryOperator advance, int unitsPerEm) {}

    private Typeface() throws IOException {
        for (Style style : Style.values()) {
            byte[] file = read(style.path());
            files.put(style, file);
            faces.put(style, face(file));
        }
        covered = new BitSet(LAST_PLANE_END);
        covered.set(0, LAST_PLANE_END);
        faces.values().forEach(face -> covered.and(face.covered()));
    }

    /** Reads the files out of the jar. */
    public static Typeface load() {
        try {
            return new Typeface();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file of one style. */
    public InputStream open(Style style) {
        return new ByteArrayInputStream(file(style));
    }

    /** Whether every style has the letter. */
    public boolean covers(int codePoint) {
        return covered.get(codePoint);
    }

    /** The text with each letter that no style has given by its number, so that nothing is lost silently. */
    public String shown(String text) {
        if (text.codePoints().allMatch(codePoint -> codePoint == '\n' || covers(codePoint))) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(codePoint -> {
            if (codePoint == '\n' || covers(codePoint)) {
                shown.appendCodePoint(codePoint);
            } else if (codePoint == 0x2011) {
                shown.append('-');
            } else {
                shown.append(String.format(Locale.ROOT, "[U+%04X]", codePoint));
            }
        });
        return shown.toString();
    }

    /** How wide a text is, in the unit of the letters' size. */
    public double widthOf(String text, Style style, double size) {
        Face face = requireNonNull(faces.get(style));
        double units = text.codePoints().map(face.advance()).sum();
        return units * size / face.unitsPerEm();
    }

    private byte[] file(Style style) {
        return requireNonNull(files.get(style));
    }

    private static byte[] read(String path) throws IOException {
        try (InputStream in = requireNonNull(Typeface.class.getResourceAsStream(path), path)) {
            return in.readAllBytes();
        }
    }

    private static Face face(byte[] file) throws IOException {
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
            CmapLookup glyphs = font.getUnicodeCmapLookup();
            BitSet covered = new BitSet();
            short[] advances = new short[0x10000];
            for (int codePoint = ' '; codePoint < advances.length; codePoint++) {
                int glyph = glyphs.getGlyphId(codePoint);
                if (glyph != 0) {
                    covered.set(codePoint);
                }
                advances[codePoint] = (short) font.getAdvanceWidth(glyph);
            }
            int wide = font.getUnitsPerEm();
            return new Face(covered, codePoint -> codePoint < advances.length ? advances[codePoint] : wide, wide);
        }
    }
}
