package vn.chieng.api.organizations;

import java.util.List;
import java.util.Locale;

/**
 * Why something cannot be kept in the register; the words are the bundle key {@code organizations.problem.<code>}.
 *
 * @param column the field by its name in files
 * @param arguments what the words name
 */
public record RegisterProblem(String column, Reason reason, List<String> arguments) {

    /** The kinds of problems. */
    public enum Reason {
        NAME_MISSING,
        TEXT_TOO_LONG,
        NAME_TAKEN,
        KIND_UNKNOWN,
        PARENT_MISSING,
        PARENT_UNKNOWN,
        PARENT_ENDED,
        PARENT_CYCLE,
        ROOT_FIXED,
        CHILDREN_LEFT,
        ID_TWICE,
        ID_UNKNOWN,
        DATE_UNREADABLE,
        DATES_REVERSED,
        CODE_UNREADABLE,
        CODE_TWICE,
        CODE_TAKEN,
        PREDECESSOR_UNKNOWN,
        PREDECESSOR_SELF,
        FLAG_UNREADABLE,
        ORGANIZATION_UNKNOWN,
        CONTACT_UNKNOWN,
        CONTACT_WAYS_MISSING,
        PHONE_UNREADABLE,
        MAIL_UNREADABLE,
        DAYS_UNREADABLE,
        VALUE_MASKED,
        FILE_EMPTY,
        FILE_NOT_UTF8,
        COLUMN_UNKNOWN,
        COLUMN_MISSING,
        COLUMN_TWICE,
        CELLS_MISCOUNTED,
        QUOTE_OPEN,
        TOO_MANY_ROWS;

        /** As in bundle keys: {@code code-taken}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public RegisterProblem {
        arguments = List.copyOf(arguments);
    }

    /** A problem of one field. */
    public static RegisterProblem of(String column, Reason reason, String... arguments) {
        return new RegisterProblem(column, reason, List.of(arguments));
    }
}
