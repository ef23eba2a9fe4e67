package vn.chieng.api.systems.imports;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a row of a file comes to.
 *
 * @param line as the office program numbers it; 0 for the file as a whole
 * @param code of the system, where it has one
 */
public record ImportLine(
        int line,
        Verdict verdict,
        @Nullable String code,
        @Nullable String name,
        List<Detail> details) {
    public ImportLine {
        details = List.copyOf(details);
    }

    /** The kinds of results. */
    public enum Verdict {
        ADDED,
        CHANGED,
        UNCHANGED,
        BAD;

        /** As in the database and in addresses. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A field that changes, or what is wrong with one; the words of a mistake are kept as key and arguments. */
    public record Detail(
            String column,
            @Nullable String before,
            @Nullable String after,
            @Nullable String problemKey,
            List<String> arguments) {
        public Detail {
            arguments = List.copyOf(arguments);
        }

        static Detail wrong(String column, String problemKey, List<String> arguments) {
            return new Detail(column, null, null, problemKey, arguments);
        }
    }
}
