package vn.chieng.api.documents.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.core.ModelParsingException;
import org.verapdf.core.ValidationException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import vn.chieng.api.documents.Document;
import vn.chieng.api.documents.DocumentLanguage;
import vn.chieng.api.documents.Paragraph;
import vn.chieng.api.documents.RenderedFiles;
import vn.chieng.api.documents.SampleDocuments;

class PdfConformanceTest {
    private static final PdfRenderer RENDERER = new PdfRenderer();

    @BeforeAll
    static void chooseTheValidator() {
        VeraGreenfieldFoundryProvider.initialise();
    }

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
    void isArchivableAndAccessible(Document document) throws IOException, ModelParsingException, ValidationException {
        byte[] file = RenderedFiles.of(document, RENDERER);
        for (PDFAFlavour flavour : new PDFAFlavour[] {PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1}) {
            ValidationResult result = validate(file, flavour);
            assertThat(result.getTestAssertions())
                    .filteredOn(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .as(flavour.toString())
                    .isEmpty();
            assertThat(result.isCompliant()).as(flavour.toString()).isTrue();
            assertThat(result.getTotalAssertions()).isGreaterThan(500);
        }
    }

    private static ValidationResult validate(byte[] file, PDFAFlavour flavour)
            throws IOException, ModelParsingException, ValidationException {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(file), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            return validator.validate(parser);
        } catch (IOException | ModelParsingException | ValidationException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
