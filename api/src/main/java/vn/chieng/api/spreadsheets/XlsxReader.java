package vn.chieng.api.spreadsheets;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.xml.sax.SAXException;
import vn.chieng.api.spreadsheets.SheetIssue.Reason;

/** Opens an XLSX file after it was seen what it unpacks to, and reads its first sheet. */
final class XlsxReader {
    private static final int BUFFER = 64 * 1024;
    private final SheetLimits limits;

    XlsxReader(SheetLimits limits) {
        this.limits = limits;
    }

    SheetReading read(byte[] content) {
        try {
            if (!unpacksWithinLimits(content)) {
                return SheetReader.refused(Reason.FILE_UNPACKS_TOO_LARGE);
            }
            try (OPCPackage file = OPCPackage.open(new ByteArrayInputStream(content))) {
                return firstSheet(new XSSFReader(file), file);
            }
        } catch (IOException
                | OpenXML4JException
                | SAXException
                | XMLStreamException
                // how POI and StAX tell of parts that are not what they should be
                | RuntimeException _) {
            return SheetReader.refused(Reason.FILE_DAMAGED);
        }
    }

    private SheetReading firstSheet(XSSFReader reader, OPCPackage file)
            throws IOException, OpenXML4JException, SAXException, XMLStreamException {
        Iterator<InputStream> sheets = reader.getSheetsData();
        if (!sheets.hasNext()) {
            return SheetReader.refused(Reason.FILE_EMPTY);
        }
        SheetBuilder sheet = new SheetBuilder(limits);
        try (InputStream data = sheets.next()) {
            new XlsxRows(new ReadOnlySharedStringsTable(file), reader.getStylesTable(), sheet).read(data);
        }
        return sheet.finished();
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
