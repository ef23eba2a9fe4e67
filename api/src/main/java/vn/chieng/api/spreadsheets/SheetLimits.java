package vn.chieng.api.spreadsheets;

/**
 * How much of a file is taken.
 *
 * @param rows most rows below the header
 * @param columns most columns
 * @param cellLength most characters of one cell
 */
public record SheetLimits(int rows, int columns, int cellLength) {
    /** What a table of devices, systems or indicators needs. */
    public static final SheetLimits USUAL = new SheetLimits(10_000, 64, 4_000);

    /** Most bytes of an uploaded file. */
    public static final int MOST_BYTES = 5 * 1024 * 1024;

    /** Most bytes that an XLSX file may grow to when it is unpacked. */
    static final long MOST_UNPACKED = 96L * 1024 * 1024;

    /** Most files within an XLSX file. */
    static final int MOST_PARTS = 512;

    /** After so many mistakes the rest of the file is not looked at. */
    static final int MOST_ISSUES = 200;

    public SheetLimits {
        if (rows < 1 || columns < 1 || cellLength < 1) {
            throw new IllegalArgumentException("a limit is at least 1");
        }
    }
}
