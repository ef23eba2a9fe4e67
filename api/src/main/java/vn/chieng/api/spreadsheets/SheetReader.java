package vn.chieng.api.spreadsheets;

import java.util.List;
import java.util.Optional;
import vn.chieng.api.spreadsheets.SheetIssue.Reason;

/** Reads the table of an uploaded file, which tells by its first bytes what it is. */
public final class SheetReader {
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLD = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private final SheetLimits limits;

    public SheetReader(SheetLimits limits) {
        this.limits = limits;
    }

    /** The table, or all that is wrong with it and where. */
    public SheetReading read(byte[] content) {
        if (content.length == 0) {
            return refused(Reason.FILE_EMPTY);
        }
        if (content.length > SheetLimits.MOST_BYTES) {
            return refused(Reason.FILE_TOO_LARGE, String.valueOf(SheetLimits.MOST_BYTES));
        }
        if (startsWith(content, OLD)) {
            return refused(Reason.FILE_OLD_OR_LOCKED);
        }
        return startsWith(content, ZIP) ? new XlsxReader(limits).read(content) : new CsvReader(limits).read(content);
    }

    /** Another sheet of a workbook, by its name; empty where the file is no workbook, or has none of that name. */
    public Optional<SheetReading> annex(byte[] content, String name) {
        return content.length <= SheetLimits.MOST_BYTES && startsWith(content, ZIP)
                ? new XlsxReader(limits).annex(content, name)
                : Optional.empty();
    }

    static SheetReading refused(Reason reason, String... arguments) {
        return new SheetReading.Refused(List.of(SheetIssue.ofFile(reason, arguments)));
    }

    private static boolean startsWith(byte[] content, byte[] mark) {
        return content.length >= mark.length && java.util.Arrays.equals(content, 0, mark.length, mark, 0, mark.length);
    }
}
