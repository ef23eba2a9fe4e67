package vn.chieng.api.documents.pdf;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import vn.chieng.api.documents.Document;
import vn.chieng.api.documents.DocumentDetails;
import vn.chieng.api.documents.html.DocumentPage;
import vn.chieng.api.documents.typeface.Typeface;

/** A document as a page of XHTML with the styles of print, its details and its bookmarks. */
final class PrintedPage {
    private static final String STYLES = "/documents/print.css";

    private final Typeface typeface;
    private final String styles;

    PrintedPage(Typeface typeface) {
        this.typeface = typeface;
        this.styles = styles();
    }

    org.w3c.dom.Document of(Document document) {
        DocumentDetails details = document.details();
        org.w3c.dom.Document page = DocumentPage.empty();
        Element html = page.createElement("html");
        html.setAttribute("lang", details.language().regionTag());
        page.appendChild(html);
        Element head = add(html, "head", "");
        Element body = add(html, "body", "");
        add(body, "div", typeface.shown(details.marking().line())).setAttribute("class", "marking");
        add(body, "div", typeface.shown(document.footer())).setAttribute("class", "footer");
        DocumentPage.append(document, body, typeface::shown);
        add(head, "title", details.title());
        meta(head, "title", details.title());
        meta(head, "author", details.author());
        meta(head, "subject", document.footer());
        meta(head, "keywords", details.id());
        add(head, "style", styles);
        Element bookmarks = add(head, "bookmarks", "");
        addBookmarks(body, bookmarks);
        if (!bookmarks.hasChildNodes()) {
            head.removeChild(bookmarks);
        }
        return page;
    }

    private static void meta(Element head, String name, String content) {
        Element meta = add(head, "meta", "");
        meta.setAttribute("name", name);
        meta.setAttribute("content", content);
    }

    /** Bookmarks nest as the levels of the headings do. */
    private static void addBookmarks(Element body, Element bookmarks) {
        Element[] parents = new Element[8];
        parents[0] = bookmarks;
        NodeList all = body.getElementsByTagName("*");
        int length = all.getLength();
        for (int i = 0; i < length; i++) {
            Element element = (Element) all.item(i);
            String name = element.getTagName();
            if (name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1))) {
                int level = name.charAt(1) - '0';
                Element bookmark = add(requireNonNull(parents[level - 1], "levels are not skipped"), "bookmark", "");
                bookmark.setAttribute("name", element.getTextContent());
                bookmark.setAttribute("href", "#" + element.getAttribute("id"));
                parents[level] = bookmark;
            }
        }
    }

    private static Element add(Element parent, String name, String text) {
        Element element = parent.getOwnerDocument().createElement(name);
        if (!text.isEmpty()) {
            Node node = parent.getOwnerDocument().createTextNode(text);
            element.appendChild(node);
        }
        parent.appendChild(element);
        return element;
    }

    private static String styles() {
        StringBuilder all = new StringBuilder();
        try (InputStream in = requireNonNull(PrintedPage.class.getResourceAsStream(STYLES), STYLES)) {
            all.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (int width = 1; width <= 100; width++) {
            all.append(".w").append(width).append(" { width: ").append(width).append("%; }\n");
        }
        return all.toString();
    }
}
