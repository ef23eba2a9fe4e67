package vn.chieng.api.spreadsheets;

import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.spreadsheets.SheetIssue.Reason;

/** Walks through the XML of one sheet, row by row; a formula counts by the value that the office program left with it and is never computed. */
final class XlsxRows {
    private static final Pattern ZEROS = Pattern.compile("0{2,20}");
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    private final SharedStrings strings;
    private final StylesTable styles;
    private final SheetBuilder sheet;
    private int row;

    XlsxRows(SharedStrings strings, StylesTable styles, SheetBuilder sheet) {
        this.strings = strings;
        this.styles = styles;
        this.sheet = sheet;
    }

    void read(InputStream data) throws XMLStreamException {
        XMLStreamReader xml = XMLHelper.newXMLInputFactory().createXMLStreamReader(data);
        try {
            boolean readOn = true;
            while (readOn && xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("row")) {
                    String number = xml.getAttributeValue(null, "r");
                    row = number == null ? row + 1 : Integer.parseInt(number);
                    List<String> cells = cells(xml);
                    readOn = sheet.row(row, cells);
                }
            }
        } finally {
            xml.close();
        }
    }

    private List<String> cells(XMLStreamReader xml) throws XMLStreamException {
        List<String> cells = new ArrayList<>();
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
                return cells;
            }
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
                String reference = xml.getAttributeValue(null, "r");
                int column = reference == null ? cells.size() : new CellReference(reference).getCol();
                String text = cell(xml, column);
                if (text.isEmpty()) {
                    continue;
                }
                if (column > sheet.widest()) {
                    sheet.issue(row, column, Reason.TOO_MANY_COLUMNS, String.valueOf(sheet.widest()));
                    continue;
                }
                while (cells.size() < column) {
                    cells.add("");
                }
                cells.add(text);
            }
        }
    }

    private String cell(XMLStreamReader xml, int column) throws XMLStreamException {
        String type = xml.getAttributeValue(null, "t");
        String style = xml.getAttributeValue(null, "s");
        StringBuilder inline = new StringBuilder();
        @Nullable String value = null;
        boolean formula = false;
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")) {
                break;
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "v" -> value = xml.getElementText();
                case "t" -> inline.append(xml.getElementText());
                case "f" -> {
                    formula = true;
                    xml.getElementText();
                }
                default -> {}
            }
        }
        if (formula && (value == null || value.isEmpty())) {
            sheet.issue(row, column, Reason.FORMULA_WITHOUT_VALUE);
            return "";
        }
        return text(type == null ? "n" : type, value, inline.toString(), style, column);
    }

    private String text(String type, @Nullable String value, String inline, @Nullable String style, int column) {
        if (type.equals("inlineStr")) {
            return inline;
        }
        if (value == null || value.isEmpty()) {
            return "";
        }
        return switch (type) {
            case "s" -> strings.getItemAt(Integer.parseInt(value)).getString();
            case "b" -> value.equals("1") ? "true" : "false";
            case "e" -> {
                sheet.issue(row, column, Reason.CELL_IN_ERROR, value);
                yield "";
            }
            case "n" -> number(value, style, column);
            default -> value;
        };
    }

    private String number(String value, @Nullable String style, int column) {
        XSSFCellStyle format = style == null ? null : styles.getStyleAt(Integer.parseInt(style));
        try {
            BigDecimal number = new BigDecimal(value);
            if (format != null && DateUtil.isADateFormat(format.getDataFormat(), format.getDataFormatString())) {
                return date(number.doubleValue());
            }
            String plain =
                    number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
            String pattern = format == null ? null : format.getDataFormatString();
            if (pattern != null && ZEROS.matcher(pattern).matches() && plain.matches("\\d+")) {
                return "0".repeat(Math.max(0, pattern.length() - plain.length())) + plain;
            }
            return plain;
        } catch (ArithmeticException | NumberFormatException _) {
            sheet.issue(row, column, Reason.NUMBER_UNREADABLE, value.substring(0, Math.min(value.length(), 40)));
            return "";
        }
    }

    private static String date(double serial) {
        LocalDateTime time = DateUtil.getLocalDateTime(serial, false, true);
        if (time == null) {
            throw new NumberFormatException("no date");
        }
        return time.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? time.toLocalDate().toString()
                : DAY_AND_TIME.format(time);
    }
}
