package vn.chieng.api.documents.pdf;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.OutputStream;
import java.util.logging.Level;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import vn.chieng.api.documents.Document;
import vn.chieng.api.documents.DocumentFormat;
import vn.chieng.api.documents.DocumentRenderer;
import vn.chieng.api.documents.typeface.Style;
import vn.chieng.api.documents.typeface.Typeface;

/** Makes PDF/A-2a that is also PDF/UA-1, with the typeface inside. */
public final class PdfRenderer implements DocumentRenderer {
    private final Typeface typeface;
    private final PrintedPage printedPage;
    private final byte[] colorProfile = ColorProfile.sRgb();

    /** Reads the bundled typeface: make one and keep it. */
    public PdfRenderer() {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
        typeface = Typeface.load();
        printedPage = new PrintedPage(typeface);
    }

    @Override
    public DocumentFormat format() {
        return DocumentFormat.PDF;
    }

    @Override
    public void write(Document document, OutputStream out) throws IOException {
        try (PDDocument pdf = new PDDocument();
                EmbeddedFonts fonts = new EmbeddedFonts(typeface, pdf);
                PdfBoxRenderer renderer = builder(document, pdf, fonts).buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            PdfDetails.set(pdf, document);
            String watermark = document.details().watermark();
            if (watermark != null) {
                Watermark.lay(typeface.shown(watermark), fonts.font(Style.BOLD), pdf);
            }
            pdf.save(out, CompressParameters.DEFAULT_COMPRESSION);
        }
    }

    private PdfRendererBuilder builder(Document document, PDDocument pdf, EmbeddedFonts fonts) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePDDocument(pdf);
        fonts.offerTo(builder);
        builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
        builder.usePdfUaAccessibility(true);
        builder.useColorProfile(colorProfile);
        builder.withProducer("Chiêng");
        for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl((uri, type) -> false, when);
        }
        builder.withW3cDocument(printedPage.of(document), null);
        return builder;
    }
}
