package vn.chieng.api.documents.html;

import java.util.List;
import java.util.function.UnaryOperator;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import vn.chieng.api.documents.Addressees;
import vn.chieng.api.documents.Block;
import vn.chieng.api.documents.Checklist;
import vn.chieng.api.documents.Closing;
import vn.chieng.api.documents.Document;
import vn.chieng.api.documents.DocumentLanguage;
import vn.chieng.api.documents.DocumentTitle;
import vn.chieng.api.documents.Heading;
import vn.chieng.api.documents.ItemList;
import vn.chieng.api.documents.KeyValues;
import vn.chieng.api.documents.Note;
import vn.chieng.api.documents.PageBreak;
import vn.chieng.api.documents.Paragraph;
import vn.chieng.api.documents.Run;
import vn.chieng.api.documents.StateHeader;
import vn.chieng.api.documents.Table;

/** Writes a document as a tree of XHTML elements that carry classes and no style. */
public final class DocumentPage {
    private final Elements elements;
    private final Tables tables;
    private final DocumentLanguage language;
    private final int highestHeading;
    private int headings;

    private DocumentPage(Elements elements, Document document) {
        this.elements = elements;
        this.tables = new Tables(elements);
        this.language = document.details().language();
        this.highestHeading = document.highestHeading();
    }

    /** An empty page. */
    public static org.w3c.dom.Document empty() {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's own document builder needs no configuration", e);
        }
    }

    /** Appends the document to an element; what may be shown of a text is the caller's choice. */
    public static void append(Document document, Element parent, UnaryOperator<String> shown) {
        org.w3c.dom.Document page = parent.getOwnerDocument();
        new DocumentPage(new Elements(page, shown), document).append(document.blocks(), parent);
    }

    private void append(List<Block> blocks, Element parent) {
        Element section = elements.add(parent, "div", "pages portrait");
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (block instanceof PageBreak(PageBreak.Orientation next)) {
                section = elements.add(
                        parent, "div", next == PageBreak.Orientation.LANDSCAPE ? "pages landscape" : "pages portrait");
            } else if (leadsToClosing(blocks, i)) {
                Element together = elements.add(section, "div", "together");
                append(block, together);
                while (!(blocks.get(i) instanceof Closing)) {
                    append(blocks.get(++i), together);
                }
            } else {
                append(block, section);
            }
        }
    }

    /** Whether the signature follows, at once or after a note, and this block is to go with it. */
    private static boolean leadsToClosing(List<Block> blocks, int place) {
        int next = place + 1 < blocks.size() && blocks.get(place + 1) instanceof Note ? place + 2 : place + 1;
        return next < blocks.size()
                && blocks.get(next) instanceof Closing
                && staysWithClosing(blocks.get(place))
                && staysWithClosing(blocks.get(next - 1));
    }

    /** What is short enough to go to the next page together with the signature. */
    private static boolean staysWithClosing(Block block) {
        return switch (block) {
            case Paragraph paragraph -> length(paragraph.runs()) < 1_500;
            case Note note -> length(note.runs()) < 1_500;
            case ItemList list ->
                list.items().size() < 8
                        && list.items().stream().mapToInt(DocumentPage::length).sum() < 1_500;
            case KeyValues keyValues -> keyValues.entries().size() < 8;
            case Heading _, DocumentTitle _, Addressees _ -> true;
            case Table _, Checklist _, StateHeader _, Closing _, PageBreak _ -> false;
        };
    }

    private static int length(List<Run> runs) {
        return runs.stream().mapToInt(run -> run.text().length()).sum();
    }

    private void append(Block block, Element parent) {
        switch (block) {
            case StateHeader header -> append(header, parent);
            case DocumentTitle title -> append(title, parent);
            case Addressees addressees -> append(addressees, parent);
            case Heading heading -> append(heading, parent);
            case Paragraph paragraph -> append(paragraph, parent);
            case ItemList list -> append(list, parent);
            case KeyValues keyValues -> tables.append(keyValues, parent);
            case Table table -> tables.append(table, parent);
            case Checklist checklist -> tables.append(checklist.asTable(language), parent);
            case Note note -> appendRuns(note.runs(), elements.add(elements.add(parent, "div", "note"), "p", ""));
            case Closing closing -> append(closing, parent);
            case PageBreak _ -> throw new IllegalStateException("a page break begins a division");
        }
    }

    private void append(StateHeader header, Element parent) {
        Element head = elements.add(parent, "div", "state-header");
        Element agencies = elements.add(head, "div", "left");
        addIfAny(agencies, "parent-agency", header.parentAgency());
        elements.add(agencies, "p", "agency", header.agency());
        elements.add(agencies, "div", "short-rule");
        Element nation = elements.add(head, "div", "right");
        elements.add(nation, "p", "national-title", language.nationalTitle());
        Element motto = elements.add(nation, "p", "motto");
        elements.add(motto, "span", "", language.motto());
        Element number = elements.add(head, "div", "left");
        addIfAny(number, "number", header.number());
        addIfAny(number, "subject", header.subject());
        elements.add(elements.add(head, "div", "right"), "p", "place-and-date", header.placeAndDate());
    }

    private void append(DocumentTitle title, Element parent) {
        heading(parent, 1, "kind", title.kind());
        addIfAny(parent, "about", title.about());
        elements.add(parent, "div", "title-rule");
    }

    private void append(Addressees addressees, Element parent) {
        Element block = elements.add(parent, "div", "addressees");
        if (addressees.names().size() == 1) {
            elements.add(
                    block,
                    "p",
                    "",
                    language.addressedTo() + " " + addressees.names().getFirst());
            return;
        }
        elements.add(block, "p", "label", language.addressedTo());
        Element names = elements.add(block, "ul", "dashes");
        addressees.names().forEach(name -> elements.add(dashed(names), "span", "", name));
    }

    private void append(Heading heading, Element parent) {
        heading(parent, highestHeading + heading.level() - 1, "heading" + heading.level(), heading.text());
    }

    private void heading(Element parent, int level, String cssClass, String text) {
        headings++;
        elements.add(parent, "h" + level, cssClass, text).setAttribute("id", "document-heading-" + headings);
    }

    private void append(Paragraph paragraph, Element parent) {
        String cssClass = switch (paragraph.setting()) {
            case JUSTIFIED -> "body";
            case UNINDENTED -> "unindented";
            case CENTERED -> "centered";
            case RIGHT -> "right-set";
        };
        appendRuns(paragraph.runs(), elements.add(parent, "p", cssClass));
    }

    private void append(ItemList list, Element parent) {
        switch (list.label()) {
            case DASH -> {
                Element items = elements.add(parent, "ul", "dashes");
                list.items().forEach(item -> appendRuns(item, dashed(items)));
            }
            case NUMBER -> {
                Element items = elements.add(parent, "ol", "numbers");
                list.items().forEach(item -> appendRuns(item, elements.add(items, "li", "")));
            }
        }
    }

    /** The dash is text: as content of a style it would be tagged as an item of its own in the PDF. */
    private Element dashed(Element items) {
        Element item = elements.add(items, "li", "");
        elements.add(item, "span", "dash", "-\u00a0\u00a0");
        return item;
    }

    private void append(Closing closing, Element parent) {
        Element block = elements.add(parent, "div", "closing");
        for (Closing.Pair pair : closing.pairs()) {
            append(pair.left(), elements.add(block, "div", "half"));
            append(pair.right(), elements.add(block, "div", "half"));
        }
    }

    private void append(Closing.Side side, Element half) {
        switch (side) {
            case Closing.Nothing _ -> half.setAttribute("class", "half nothing");
            case Closing.Recipients(List<String> names) -> {
                elements.add(half, "p", "recipients-label", language.recipients());
                Element list = elements.add(half, "ul", "dashes recipients");
                names.forEach(name -> elements.add(dashed(list), "span", "", name));
            }
            case Closing.Signature signature -> {
                signature.authority().forEach(line -> elements.add(half, "p", "authority", line));
                elements.add(half, "p", "position", signature.position());
                addIfAny(half, "hint", signature.hint());
                elements.add(half, "div", "room-to-sign");
                addIfAny(half, "signer", signature.name());
            }
        }
    }

    private void appendRuns(List<Run> runs, Element parent) {
        Runs.append(runs, parent, elements);
    }

    private void addIfAny(Element parent, String cssClass, @Nullable String text) {
        if (text != null) {
            elements.add(parent, "p", cssClass, text);
        }
    }
}
