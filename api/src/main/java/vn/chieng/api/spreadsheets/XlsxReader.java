package vn.chieng.api.spreadsheets;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;
import vn.chieng.api.spreadsheets.SheetIssue.Reason;

/** Opens an XLSX file after it was seen what it unpacks to, and reads one of its sheets. */
final class XlsxReader {
    private static final int BUFFER = 64 * 1024;
    private final SheetLimits limits;

    XlsxReader(SheetLimits limits) {
        this.limits = limits;
    }

    SheetReading read(byte[] content) {
        return read(content, 0, null).orElseGet(() -> SheetReader.refused(Reason.FILE_EMPTY));
    }

    /** A sheet after the first, by its name. */
    Optional<SheetReading> annex(byte[] content, String name) {
        return read(content, 1, name);
    }

    private Optional<SheetReading> read(byte[] content, int first, @Nullable String name) {
        try {
            if (!unpacksWithinLimits(content)) {
                return Optional.of(SheetReader.refused(Reason.FILE_UNPACKS_TOO_LARGE));
            }
            try (OPCPackage file = OPCPackage.open(new ByteArrayInputStream(content))) {
                return sheet(new XSSFReader(file), file, first, name);
            }
        } catch (IOException
                | OpenXML4JException
                | SAXException
                | XMLStreamException
                // how POI and StAX tell of parts that are not what they should be
                | RuntimeException _) {
            return Optional.of(SheetReader.refused(Reason.FILE_DAMAGED));
        }
    }

    private Optional<SheetReading> sheet(XSSFReader reader, OPCPackage file, int first, @Nullable String name)
            throws IOException, OpenXML4JException, SAXException, XMLStreamException {
        XSSFReader.SheetIterator sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
        for (int place = 0; sheets.hasNext(); place++) {
            try (InputStream data = sheets.next()) {
                if (place >= first && (name == null || name.equals(sheets.getSheetName()))) {
                    SheetBuilder sheet = new SheetBuilder(limits);
                    new XlsxRows(new ReadOnlySharedStringsTable(file), reader.getStylesTable(), sheet).read(data);
                    return Optional.of(sheet.finished());
                }
            }
        }
        return Optional.empty();
    }

    /** Unpacks everything once without keeping it; a bomb is seen before any parser meets it. */
    private static boolean unpacksWithinLimits(byte[] content) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long unpacked = 0;
        int parts = 0;
        try (ZipArchiveInputStream zip = new ZipArchiveInputStream(new ByteArrayInputStream(content))) {
            while (zip.getNextEntry() != null) {
                parts++;
                if (parts > SheetLimits.MOST_PARTS) {
                    return false;
                }
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    unpacked += read;
                    if (unpacked > SheetLimits.MOST_UNPACKED) {
                        return false;
                    }
                }
            }
        }
        return true;
    }
}
