package vn.chieng.api.documents.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;
import vn.chieng.api.documents.Document;
import vn.chieng.api.documents.Paragraph;
import vn.chieng.api.documents.RenderedFiles;
import vn.chieng.api.documents.SampleDocuments;

class HtmlRendererTest {
    private static final HtmlRenderer RENDERER = new HtmlRenderer();

    @Test
    void showsEveryTextOfTheModelInItsOrderAndNothingElse()
            throws IOException, ParserConfigurationException, SAXException {
        Document document = SampleDocuments.everyPart();
        String page = html(document).replace("<br>", "<br/>").replaceAll("<col ([^>]*)>", "<col $1/>");
        String text = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement()
                .getTextContent();
        assertThat(RenderedFiles.squeezed(text).replace("-", ""))
                .isEqualTo(RenderedFiles.squeezed(String.join("", document.texts()))
                        .replace("-", ""));
    }

    @Test
    void carriesNeitherStyleNorScriptNorLink() throws IOException {
        assertThat(html(SampleDocuments.everyPart()))
                .startsWith("<article class=\"document\" lang=\"vi\">")
                .doesNotContain("style", "<script", "href", "src=", " on");
    }

    @Test
    void readsNoTextAsMarkup() throws IOException {
        assertThat(html(SampleDocuments.of(Paragraph.of("<img src=x onerror=\"alert(1)\"> & </article>"))))
                .contains("&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; &lt;/article&gt;");
    }

    private static String html(Document document) throws IOException {
        return new String(RenderedFiles.of(document, RENDERER), StandardCharsets.UTF_8);
    }
}
