package vn.chieng.api.law;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.chieng.law.days.CalendarFile;
import vn.chieng.law.pack.Words;

/** A day as somebody typed it, in the form or in a row of a file. */
record CalendarForm(
        @Nullable String first,
        @Nullable String last,
        @Nullable String name,
        @Nullable String nameEn,
        @Nullable String kind,
        @Nullable String certainty,
        @Nullable String insteadOf) {
    private static final String WORKED = "worked";

    /** The change it asks for, or the first thing that is wrong with it. */
    sealed interface Read {
        /** It can be read. */
        record Change(CalendarChange change) implements Read {}

        /** It cannot. */
        record Wrong(CalendarProblem problem) implements Read {}
    }

    static List<String> kinds() {
        return List.of("holiday", "compensation", "swapped", WORKED);
    }

    Read read() {
        Optional<LocalDate> begin = LegalDay.typed(first);
        if (begin.isEmpty()) {
            return wrong("first", CalendarProblem.Reason.DATE_UNREADABLE, text(first));
        }
        Optional<CalendarFile.Certainty> sure =
                constant(CalendarFile.Certainty.values(), text(certainty).isEmpty() ? "confirmed" : text(certainty));
        if (sure.isEmpty() || !kinds().contains(text(kind))) {
            return wrong("kind", CalendarProblem.Reason.KIND_UNKNOWN, text(kind) + " " + text(certainty));
        }
        return text(kind).equals(WORKED) ? worked(begin.get(), sure.get()) : off(begin.get(), sure.get());
    }

    private Read worked(LocalDate date, CalendarFile.Certainty sure) {
        return LegalDay.typed(insteadOf)
                .<Read>map(day ->
                        new Read.Change(new CalendarChange.Worked(new CalendarFile.WorkingSwap(date, day, sure))))
                .orElseGet(() -> wrong("insteadOf", CalendarProblem.Reason.DATE_UNREADABLE, text(insteadOf)));
    }

    private Read off(LocalDate begin, CalendarFile.Certainty sure) {
        Optional<LocalDate> end = LegalDay.typed(last);
        if (!text(last).isEmpty() && end.isEmpty()) {
            return wrong("last", CalendarProblem.Reason.DATE_UNREADABLE, text(last));
        }
        if (end.isPresent() && end.get().isBefore(begin)) {
            return wrong("last", CalendarProblem.Reason.LAST_BEFORE_FIRST);
        }
        if (text(name).isEmpty()) {
            return wrong("name", CalendarProblem.Reason.NAME_MISSING);
        }
        CalendarFile.Kind why = constant(CalendarFile.Kind.values(), text(kind)).orElseThrow();
        Words words = new Words(text(name), text(nameEn).isEmpty() ? text(name) : text(nameEn));
        return new Read.Change(new CalendarChange.Off(new CalendarFile.DayOff(
                begin, end.filter(day -> !day.equals(begin)).orElse(null), words, why, sure)));
    }

    private static Read wrong(String field, CalendarProblem.Reason reason, Object... arguments) {
        return new Read.Wrong(CalendarProblem.of(field, reason, arguments));
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.replaceAll("\\p{Cntrl}", " ").strip();
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] values, String word) {
        return Arrays.stream(values)
                .filter(value ->
                        value.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word))
                .findFirst();
    }
}
