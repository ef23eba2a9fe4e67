package vn.chieng.api.documents.docx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** What an office program finds in a DOCX. */
public final class DocxText {
    private DocxText() {}

    public static String of(byte[] file) throws IOException {
        try (var word = new XWPFDocument(new ByteArrayInputStream(file));
                var extractor = new XWPFWordExtractor(word)) {
            return extractor.getText();
        }
    }
}
