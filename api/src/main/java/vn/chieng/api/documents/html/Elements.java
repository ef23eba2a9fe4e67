package vn.chieng.api.documents.html;

import java.util.function.UnaryOperator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Makes the elements of a page; text becomes text nodes, so that nothing in it is ever read as markup. */
final class Elements {
    private final Document page;
    private final UnaryOperator<String> shown;

    Elements(Document page, UnaryOperator<String> shown) {
        this.page = page;
        this.shown = shown;
    }

    Element add(Element parent, String name, String cssClass) {
        Element element = page.createElement(name);
        if (!cssClass.isEmpty()) {
            element.setAttribute("class", cssClass);
        }
        parent.appendChild(element);
        return element;
    }

    Element add(Element parent, String name, String cssClass, String text) {
        Element element = add(parent, name, cssClass);
        addText(element, text);
        return element;
    }

    /** Adds text; a line end in it becomes a line break. */
    void addText(Element parent, String text) {
        boolean first = true;
        for (String line : shown.apply(text).split("\n", -1)) {
            if (!first) {
                parent.appendChild(page.createElement("br"));
            }
            if (!line.isEmpty()) {
                parent.appendChild(page.createTextNode(line));
            }
            first = false;
        }
    }

    String shown(String text) {
        return shown.apply(text);
    }
}
