package vn.chieng.api.law;

import java.util.List;
import java.util.Locale;

/**
 * Something wrong with a change to the calendar; its words are the bundle key {@code law.calendar.problem.<code>}.
 *
 * @param row the row of an imported file, 0 for a form
 * @param field the field it is about
 * @param arguments what the words name
 */
record CalendarProblem(int row, String field, Reason reason, List<String> arguments) {
    CalendarProblem {
        arguments = List.copyOf(arguments);
    }

    static CalendarProblem of(String field, Reason reason, Object... arguments) {
        return new CalendarProblem(
                0,
                field,
                reason,
                List.of(arguments).stream().map(String::valueOf).toList());
    }

    CalendarProblem at(int place) {
        return new CalendarProblem(place, field, reason, arguments);
    }

    /** The kinds of mistakes. */
    enum Reason {
        DATE_UNREADABLE,
        NAME_MISSING,
        KIND_UNKNOWN,
        REASON_MISSING,
        LAST_BEFORE_FIRST,
        TOO_LONG_A_RUN,
        OUTSIDE_CALENDAR,
        OFF_TWICE,
        OFF_AND_WORKED,
        NOT_ON_A_WEEKEND,
        NOT_IN_CALENDAR,
        TOO_MANY_YEARS,
        FILE_TOO_LARGE;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
