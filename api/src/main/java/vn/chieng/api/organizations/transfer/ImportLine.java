package vn.chieng.api.organizations.transfer;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.organizations.RegisterProblem;

/**
 * What one line of a file comes to.
 *
 * @param line where it begins; 0 stands for the whole file
 * @param objectId the key as the file has it
 */
public record ImportLine(
        int line,
        Verdict verdict,
        @Nullable String objectId,
        @Nullable String objectName,
        List<Detail> details) {

    /** Whether it can be used, and what for. */
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

    /**
     * One field: before and after, or what is wrong with it.
     *
     * @param reason code of the reason; null where nothing is wrong
     */
    public record Detail(
            String column,
            @Nullable String reason,
            List<String> arguments,
            @Nullable String before,
            @Nullable String after) {
        public Detail {
            arguments = List.copyOf(arguments);
        }

        static Detail wrong(RegisterProblem problem) {
            return new Detail(problem.column(), problem.reason().code(), problem.arguments(), null, null);
        }

        static Detail field(String column, @Nullable Object before, @Nullable Object after) {
            return new Detail(
                    column,
                    null,
                    List.of(),
                    before == null ? null : before.toString(),
                    after == null ? null : after.toString());
        }
    }

    public ImportLine {
        details = List.copyOf(details);
    }
}
