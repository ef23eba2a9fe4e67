package vn.chieng.api.documents.pdf;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.chieng.api.documents.Document;
import vn.chieng.api.documents.DocumentLanguage;
import vn.chieng.api.documents.Paragraph;
import vn.chieng.api.documents.RenderedFiles;
import vn.chieng.api.documents.SampleDocuments;

class PdfConformanceTest {
    private static final PdfRenderer RENDERER = new PdfRenderer();

    static Stream<Document> documents() {
        return Stream.of(
                SampleDocuments.everyPart(),
                SampleDocuments.form(DocumentLanguage.VIETNAMESE),
                SampleDocuments.form(DocumentLanguage.ENGLISH),
                SampleDocuments.longTable(100),
                SampleDocuments.of(Paragraph.of("中文 \ud83d\ude00 \u202e <&> \ue000")));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void isArchivableAndAccessible(Document document) throws IOException {
        PdfConformance.assertConforms(RenderedFiles.of(document, RENDERER));
    }
}
