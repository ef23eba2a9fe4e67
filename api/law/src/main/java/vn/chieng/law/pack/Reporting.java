package vn.chieng.law.pack;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The theme of dates: the board of yearly and single dates, the annual report's window and content. */
public record Reporting(List<BoardDate> dates, List<Window> windows, List<RuleText> sections, List<RuleText> channels) {

    public Reporting {
        dates = List.copyOf(dates);
        windows = List.copyOf(windows);
        sections = List.copyOf(sections);
        channels = List.copyOf(channels);
    }

    /** A day on the board: either one date or the same day of each year; {@code transition} says whose last day of grace it is. */
    public record BoardDate(
            @Inline Basis basis,
            Words label,
            @Nullable LocalDate date,
            @Nullable MonthDay yearly,
            boolean before,
            @Nullable TransitionCase transition)
            implements Rule {
        public BoardDate {
            if ((date == null) == (yearly == null)) {
                throw new IllegalArgumentException("either \"date\" or \"yearly\"");
            }
        }
    }

    /** Systems that a change of law gives time. */
    public enum TransitionCase {
        /** Begun under the old pack and not yet approved. */
        UNDER_CONSTRUCTION,
        /** Has a level of the old pack. */
        OLD_LEVEL
    }

    /** The days of which a yearly report holds the data; the first lies in the year before the last. */
    public record Window(@Inline Basis basis, Words label, MonthDay first, MonthDay last) implements Rule {}
}
