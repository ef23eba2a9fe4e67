package vn.chieng.api.systems;

import java.util.List;
import java.util.Locale;

/**
 * Why something cannot be kept; its words are the bundle key {@code systems.problem.<code>}.
 *
 * @param field the field's id on pages, the column in files
 * @param arguments what the words name
 */
public record SystemProblem(String field, Reason reason, List<String> arguments) {
    public SystemProblem {
        arguments = List.copyOf(arguments);
    }

    public static SystemProblem of(String field, Reason reason, String... arguments) {
        return new SystemProblem(field, reason, List.of(arguments));
    }

    /** The kinds of problems. */
    public enum Reason {
        NAME_MISSING,
        TEXT_TOO_LONG,
        ORGANIZATION_MISSING,
        ORGANIZATION_UNKNOWN,
        ORGANIZATION_FOREIGN,
        DATE_UNREADABLE,
        DATES_REVERSED,
        UNTIL_MISSING,
        CHOICE_UNKNOWN,
        ANSWER_UNREADABLE,
        COUNT_METHOD_MISSING,
        COUNT_DAY_MISSING,
        SCOPING_OPEN,
        EXCLUDED,
        NO_PACK,
        STATUS_IMPOSSIBLE,
        GATE_SHUT,
        APPROVER_MISSING,
        REASON_MISSING,
        LEVEL_IMPOSSIBLE,
        LEVEL_UNKNOWN,
        ADDRESS_UNREADABLE,
        TOO_MANY_ADDRESSES,
        LINK_UNKNOWN,
        LINK_SELF,
        LINK_UNREADABLE,
        TOO_MANY_LINKS,
        CODE_UNKNOWN,
        CODE_TWICE,
        COLUMN_UNKNOWN,
        COLUMN_MISSING;

        /** As in bundle keys. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
