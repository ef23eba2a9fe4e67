package vn.chieng.api.reports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.documents.Block;
import vn.chieng.api.documents.Closing;
import vn.chieng.api.documents.Document;
import vn.chieng.api.documents.DocumentDetails;
import vn.chieng.api.documents.DocumentFormat;
import vn.chieng.api.documents.DocumentLanguage;
import vn.chieng.api.documents.DocumentRenderer;
import vn.chieng.api.documents.DocumentTitle;
import vn.chieng.api.documents.KeyValues;
import vn.chieng.api.documents.Marking;
import vn.chieng.api.documents.Note;
import vn.chieng.api.documents.StateHeader;
import vn.chieng.api.documents.docx.DocxRenderer;
import vn.chieng.api.documents.html.HtmlRenderer;
import vn.chieng.api.documents.pdf.PdfRenderer;

/** Prints a version of a report from its frozen lines: the same version gives the same bytes. */
final class ReportPaper {
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
    private static final Locale VIETNAMESE = Locale.of("vi");
    private static final int LONGEST = 15_000;

    private final PaperWords words;

    /**
     * What stands on every report besides its lines.
     *
     * @param watermark across every page of a drill
     */
    record PaperWords(String placeAndDate, String empty, String note, String signer, String hint, String watermark) {}

    ReportPaper(PaperWords words) {
        this.words = words;
    }

    /** A printed file. */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Printed(byte[] bytes, String sha256) {}

    Document document(IncidentReport report) {
        LocalDate day = report.madeAt().atOffset(VIETNAM).toLocalDate();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new StateHeader(
                null,
                report.agency().toUpperCase(VIETNAMESE),
                null,
                null,
                words.placeAndDate().formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear())));
        blocks.add(new DocumentTitle(report.heading().toUpperCase(VIETNAMESE), report.incidentNumber()));
        blocks.add(new KeyValues(report.lines().stream()
                .map(line -> new KeyValues.Entry(line.label(), shown(line.value())))
                .toList()));
        blocks.add(Note.of(words.note()));
        blocks.add(
                new Closing(List.of(), List.of(new Closing.Signature(List.of(), words.signer(), words.hint(), null))));
        DocumentDetails details = new DocumentDetails(
                report.incidentNumber() + "-" + report.form(),
                report.number(),
                report.heading(),
                DocumentLanguage.VIETNAMESE,
                report.form(),
                report.pack().version(),
                report.pack().pack(),
                report.pack().version(),
                report.madeAt(),
                report.madeBy(),
                new Marking(Marking.Tlp.valueOf(report.tlp()), null),
                watermark(report));
        return new Document(details, blocks);
    }

    Printed print(IncidentReport report, DocumentFormat format) throws IOException {
        DocumentRenderer renderer = switch (format) {
            case DOCX -> new DocxRenderer();
            case PDF -> new PdfRenderer();
            case HTML_FRAGMENT -> new HtmlRenderer();
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String sha256 = renderer.render(document(report), out).sha256();
        return new Printed(out.toByteArray(), sha256);
    }

    private String shown(String value) {
        return value.isBlank() ? words.empty() : value.substring(0, Math.min(value.length(), LONGEST));
    }

    private @Nullable String watermark(IncidentReport report) {
        return report.drill() ? words.watermark() : null;
    }
}
