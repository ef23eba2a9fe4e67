package vn.chieng.api.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.chieng.api.documents.DocumentFormat;

/** Prints versions of reports with the fixed Vietnamese words of their papers. */
@Component
final class ReportPrinter {
    private static final Locale VIETNAMESE = Locale.of("vi");

    private final MessageSource messages;

    ReportPrinter(MessageSource messages) {
        this.messages = messages;
    }

    /** The version with the hashes that its files have. */
    IncidentReport hashed(IncidentReport draft) {
        ReportPaper paper = paper();
        try {
            return draft.hashed(new IncidentReport.Hashes(
                    paper.print(draft, DocumentFormat.PDF).sha256(),
                    paper.print(draft, DocumentFormat.DOCX).sha256()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ReportPaper paper() {
        return new ReportPaper(new ReportPaper.PaperWords(
                word("reports.paper.date"),
                word("reports.paper.empty"),
                word("reports.paper.note"),
                word("reports.paper.signer"),
                word("reports.paper.hint"),
                word("reports.paper.drill")));
    }

    private String word(String key) {
        return messages.getMessage(key, null, VIETNAMESE);
    }
}
