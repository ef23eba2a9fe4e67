package vn.chieng.api.documents.docx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import vn.chieng.api.documents.Document;
import vn.chieng.api.documents.DocumentFormat;
import vn.chieng.api.documents.DocumentRenderer;
import vn.chieng.api.documents.typeface.Typeface;

/** Makes a file of Word that names Times New Roman and embeds no font. */
public final class DocxRenderer implements DocumentRenderer {
    private final Typeface typeface = Typeface.load();

    @Override
    public DocumentFormat format() {
        return DocumentFormat.DOCX;
    }

    @Override
    public void write(Document document, OutputStream out) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (XWPFDocument word = new XWPFDocument()) {
            DocxStyles.define(word, document.details().language());
            DocxFrame.set(word, document);
            new DocxBody(word, document, typeface).write();
            DocxDetails.set(word, document);
            word.write(file);
        }
        TimelessZip.copy(file.toByteArray(), out);
    }
}
