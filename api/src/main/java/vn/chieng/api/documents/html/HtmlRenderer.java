package vn.chieng.api.documents.html;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import vn.chieng.api.documents.Document;
import vn.chieng.api.documents.DocumentFormat;
import vn.chieng.api.documents.DocumentRenderer;

/** Makes a fragment for the preview page: an article whose elements carry classes, no style and no script. */
public final class HtmlRenderer implements DocumentRenderer {
    private static final Set<String> WITHOUT_CONTENT = Set.of("br", "col");

    @Override
    public DocumentFormat format() {
        return DocumentFormat.HTML_FRAGMENT;
    }

    @Override
    public void write(Document document, OutputStream out) throws IOException {
        Element article = DocumentPage.empty().createElement("article");
        article.setAttribute("class", "document");
        article.setAttribute("lang", document.details().language().tag());
        DocumentPage.append(document, article, UnaryOperator.identity());
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        write(article, writer);
        writer.flush();
    }

    private static void write(Element element, Writer out) throws IOException {
        String name = element.getTagName();
        out.append('<').append(name);
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Node attribute = attributes.item(i);
            out.append(' ').append(attribute.getNodeName()).append("=\"");
            out.append(escaped(attribute.getNodeValue())).append('"');
        }
        out.append('>');
        if (WITHOUT_CONTENT.contains(name)) {
            return;
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                write(inner, out);
            } else {
                out.append(escaped(child.getNodeValue()));
            }
        }
        out.append("</").append(name).append('>');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
