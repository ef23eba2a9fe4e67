package vn.chieng.standalone.demo;

import java.util.List;
import java.util.Locale;

/** The organisations of the demo, from the table shipped beside this class. */
public final class Organizations {

    private static final String TABLE = "organizations.csv";

    private Organizations() {}

    /** Reads the shipped table. */
    public static List<Organization> shipped() {
        return SceneResource.lines(TABLE).stream().map(Organizations::parse).toList();
    }

    static Organization parse(String line) {
        String[] cells = line.split(";", -1);
        if (cells.length != 4) {
            throw new IllegalArgumentException("an organisation has four cells: " + line);
        }
        return new Organization(
                cells[0], Organization.Kind.valueOf(cells[1].toUpperCase(Locale.ROOT)), cells[2], cells[3]);
    }
}
