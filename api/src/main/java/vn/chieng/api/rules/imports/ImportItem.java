package vn.chieng.api.rules.imports;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.rules.MissingInput;
import vn.chieng.event.Level;
import vn.chieng.sigma.rule.LogSource;

/**
 * What one rule of an upload comes to.
 *
 * @param place in the upload, from 0
 * @param ruleId null, as the following, where the rule is refused
 * @param issues everything that is wrong with it; empty where it can be accepted
 */
public record ImportItem(
        int place,
        Verdict verdict,
        String file,
        @Nullable String ruleId,
        @Nullable String title,
        @Nullable Level level,
        @Nullable String status,
        LogSource logSource,
        MissingInput missing,
        List<Issue> issues,
        @Nullable String text) {
    static final LogSource NO_LOG_SOURCE = new LogSource(null, null, null);

    /** One thing that is wrong, and where. */
    public record Issue(int line, int column, String message) {}

    /** Whether it can be accepted, and what for. */
    public enum Verdict {
        ADDED,
        CHANGED,
        UNCHANGED,
        REFUSED;

        /** As in the database and in addresses. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public ImportItem {
        issues = List.copyOf(issues);
    }

    static ImportItem refused(int place, String file, List<Issue> issues) {
        return new ImportItem(
                place,
                Verdict.REFUSED,
                file,
                null,
                null,
                null,
                null,
                NO_LOG_SOURCE,
                new MissingInput(false, List.of()),
                issues,
                null);
    }
}
