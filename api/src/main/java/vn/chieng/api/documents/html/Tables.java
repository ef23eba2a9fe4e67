package vn.chieng.api.documents.html;

import java.util.List;
import java.util.Locale;
import org.w3c.dom.Element;
import vn.chieng.api.documents.KeyValues;
import vn.chieng.api.documents.Table;

/** Appends tables; the width of a column is a class from w1 to w100, in per cent. */
final class Tables {
    private final Elements elements;

    Tables(Elements elements) {
        this.elements = elements;
    }

    void append(Table table, Element parent) {
        if (table.caption() != null) {
            elements.add(parent, "p", "caption", table.caption());
        }
        Element element = elements.add(parent, "table", table.dense() ? "grid dense" : "grid");
        Element columns = elements.add(element, "colgroup", "");
        for (int width : table.widthsOf(100)) {
            elements.add(columns, "col", "w" + Math.max(width, 1));
        }
        append(table.header(), table, "th", elements.add(element, "thead", ""));
        append(table.rows(), table, "td", elements.add(element, "tbody", ""));
    }

    private void append(List<Table.Row> rows, Table table, String cellName, Element part) {
        for (Table.Row row : rows) {
            Element line = elements.add(part, "tr", "");
            int column = 0;
            for (Table.Cell cell : row.cells()) {
                Element element = elements.add(line, cellName, "");
                if (cell.span() > 1) {
                    element.setAttribute("colspan", Integer.toString(cell.span()));
                }
                if (cellName.equals("th")) {
                    element.setAttribute("scope", "col");
                } else {
                    element.setAttribute("class", cssClass(table.columns().get(column)));
                }
                Runs.append(cell.runs(), element, elements);
                column += cell.span();
            }
        }
    }

    private static String cssClass(Table.Column column) {
        return "to-" + column.alignment().name().toLowerCase(Locale.ROOT);
    }

    void append(KeyValues keyValues, Element parent) {
        Element table = elements.add(parent, "table", "key-values");
        Element columns = elements.add(table, "colgroup", "");
        elements.add(columns, "col", "w36");
        elements.add(columns, "col", "w64");
        Element body = elements.add(table, "tbody", "");
        for (KeyValues.Entry entry : keyValues.entries()) {
            Element line = elements.add(body, "tr", "");
            elements.add(line, "th", "", entry.key()).setAttribute("scope", "row");
            elements.add(line, "td", "", entry.value());
        }
    }
}
