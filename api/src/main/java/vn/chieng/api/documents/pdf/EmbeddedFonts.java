package vn.chieng.api.documents.pdf;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import vn.chieng.api.documents.typeface.Style;
import vn.chieng.api.documents.typeface.Typeface;

/** The fonts of one PDF, each read when it is first used and cut down to the letters that occur. */
final class EmbeddedFonts implements Closeable {
    private final Typeface typeface;
    private final PDDocument pdf;
    private final Map<Style, PDFont> fonts = new EnumMap<>(Style.class);
    private final List<TrueTypeFont> files = new ArrayList<>();

    EmbeddedFonts(Typeface typeface, PDDocument pdf) {
        this.typeface = typeface;
        this.pdf = pdf;
    }

    void offerTo(PdfRendererBuilder builder) {
        offer(builder, Style.REGULAR, 400, FontStyle.NORMAL);
        offer(builder, Style.BOLD, 700, FontStyle.NORMAL);
        offer(builder, Style.ITALIC, 400, FontStyle.ITALIC);
        offer(builder, Style.BOLD_ITALIC, 700, FontStyle.ITALIC);
    }

    PDFont font(Style style) {
        return fonts.computeIfAbsent(style, this::read);
    }

    private void offer(PdfRendererBuilder builder, Style style, int weight, FontStyle slope) {
        builder.useFont(new Supplier(() -> font(style)), Typeface.NAME, weight, slope, true);
    }

    private PDFont read(Style style) {
        try (InputStream in = typeface.open(style)) {
            TrueTypeFont file = new TTFParser().parse(new RandomAccessReadBuffer(in));
            files.add(file);
            // Vietnamese needs no glyph substitution, and PDFBox's is four fifths of the time of a long document.
            file.setEnableGsub(false);
            return PDType0Font.load(pdf, file, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        for (TrueTypeFont file : files) {
            file.close();
        }
    }

    /** The library asks for a font by this class and not by the interface it implements. */
    private static final class Supplier extends PDFontSupplier {
        private final FSSupplier<PDFont> font;

        Supplier(FSSupplier<PDFont> font) {
            super(null);
            this.font = font;
        }

        @Override
        public PDFont supply() {
            return font.supply();
        }
    }
}
