package vn.chieng.api.indicators.imports;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.chieng.event.Indicator;
import vn.chieng.indicators.Defanging;

/**
 * One line of a file.
 *
 * @param indicator null where the line was refused
 * @param written what stood in the column of values
 * @param problem why it was refused, as a bundle key's end
 */
public record ImportLine(
        int line,
        Verdict verdict,
        @Nullable Indicator indicator,
        String written,
        @Nullable String problem) {

    /** What a line comes to. */
    public enum Verdict {
        /** Not compared yet. */
        READ,
        ADDED,
        CHANGED,
        UNCHANGED,
        REFUSED;

        /** As in the database, in addresses and bundle keys. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static ImportLine read(int line, Indicator indicator) {
        return new ImportLine(line, Verdict.READ, indicator, indicator.value(), null);
    }

    static ImportLine refused(int line, String written, String problem) {
        return new ImportLine(line, Verdict.REFUSED, null, written, problem);
    }

    /** As people may read it without following it by accident. */
    public String shown() {
        return indicator == null ? written : Defanging.defanged(indicator.type(), indicator.value());
    }
}
