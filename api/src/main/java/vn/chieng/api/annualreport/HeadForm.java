package vn.chieng.api.annualreport;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is typed around the report: number, place, day, who receives and who signs it. */
record HeadForm(
        @Nullable String number,
        @Nullable String place,
        @Nullable String date,
        @Nullable String addressees,
        @Nullable String copies,
        @Nullable String position,
        @Nullable String signer) {

    static HeadForm of(ReportHead head) {
        return new HeadForm(
                head.number(),
                head.place(),
                Typed.shown(head.date()),
                String.join("\n", head.addressees()),
                String.join("\n", head.copies()),
                head.position(),
                head.signer());
    }

    /** The head, unless the day is unreadable. */
    Optional<ReportHead> head() {
        Optional<LocalDate> day = Typed.day(date);
        if (Typed.given(date) && day.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ReportHead(
                Typed.line(number),
                Typed.line(place),
                day.orElse(null),
                lines(addressees),
                lines(copies),
                Typed.line(position),
                Typed.line(signer)));
    }

    private static List<String> lines(@Nullable String typed) {
        return typed == null
                ? List.of()
                : typed.lines()
                        .flatMap(line -> Stream.ofNullable(Typed.line(line)))
                        .limit(Typed.MOST_LINES)
                        .toList();
    }
}
