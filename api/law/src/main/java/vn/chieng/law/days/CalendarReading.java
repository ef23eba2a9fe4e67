package vn.chieng.law.days;

import java.util.List;
import vn.chieng.law.reading.DataFile;
import vn.chieng.law.reading.DataIssue;

/** What reading a calendar file came to: the calendar, or everything that is wrong with the file. */
public sealed interface CalendarReading {

    /** Nothing is wrong. */
    record Accepted(HolidayCalendar calendar) implements CalendarReading {}

    /** The file is not used. */
    record Refused(List<DataIssue> issues) implements CalendarReading {
        public Refused {
            issues = List.copyOf(issues);
        }
    }

    static CalendarReading read(String file, byte[] content) {
        DataFile<CalendarFile> read = DataFile.read(file, content, CalendarFile.class);
        CalendarFile value = read.value();
        return value == null ? new Refused(read.issues()) : new Accepted(new HolidayCalendar(value));
    }
}
