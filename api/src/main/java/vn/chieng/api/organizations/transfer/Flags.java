package vn.chieng.api.organizations.transfer;

import java.util.List;
import java.util.Locale;
import vn.chieng.api.organizations.RegisterProblem;

/** Yes and no in files. */
final class Flags {
    private Flags() {}

    static String word(boolean flag) {
        return flag ? "yes" : "no";
    }

    /** The flag of a row; the old one where the file says nothing about it. */
    static boolean read(CsvTable.Row row, String column, boolean old, List<RegisterProblem> problems) {
        String text = row.cell(column);
        if (text == null) {
            return old;
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes", "true", "có", "1" -> true;
            case "no", "false", "không", "0", "" -> false;
            default -> {
                problems.add(RegisterProblem.of(column, RegisterProblem.Reason.FLAG_UNREADABLE, text));
                yield old;
            }
        };
    }
}
