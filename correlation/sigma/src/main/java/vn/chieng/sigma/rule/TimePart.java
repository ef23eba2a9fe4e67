package vn.chieng.sigma.rule;

import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalField;

/** A part of a timestamp that a rule can compare; weeks are those of ISO 8601. */
public enum TimePart {
    MINUTE(ChronoField.MINUTE_OF_HOUR),
    HOUR(ChronoField.HOUR_OF_DAY),
    DAY(ChronoField.DAY_OF_MONTH),
    WEEK(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
    MONTH(ChronoField.MONTH_OF_YEAR),
    YEAR(ChronoField.YEAR);

    @SuppressWarnings("ImmutableEnumChecker") // the fields of java.time are constants
    private final TemporalField field;

    TimePart(TemporalField field) {
        this.field = field;
    }

    public int of(ZonedDateTime time) {
        return time.get(field);
    }
}
