package vn.chieng.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.chieng.cli.law.DueReport;
import vn.chieng.cli.law.Language;
import vn.chieng.law.days.HolidayCalendar;
import vn.chieng.law.levels.Classified;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.pack.Procedure;

/** Counts the time limit of a step. */
@Command(
        name = "due",
        description = "Prints until when a step must be done and how that was counted, day by day.",
        mixinStandardHelpOptions = true,
        footerHeading = "%n",
        footer = {
            "A step is an act of the level's route (completeness, expert-opinion, appraise, approve) or the id of a deadline.",
            "Exit code: 0 there is a date, 1 the calendar ends before it or a file is wrong, 2 wrong use."
        })
final class LawDueCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(names = "--pack", required = true, paramLabel = "ID|DIR", description = "A pack that ships, or a folder.")
    private String pack = "";

    @Option(names = "--calendar", paramLabel = "FILE", description = "Holiday calendar. Default: the one that ships")
    private @Nullable String calendar;

    @Option(
            names = "--from",
            required = true,
            paramLabel = "ISO_DATE",
            description = "The day of receipt (2026-02-13), or the moment (2026-02-13T15:30:00+07:00).")
    private String from = "";

    @Option(names = "--step", required = true, paramLabel = "STEP", description = "The step or the deadline.")
    private String step = "";

    @Option(names = "--level", required = true, paramLabel = "N", description = "The level of the system.")
    private int level;

    @Option(names = "--important", description = "The system is on the list of important systems.")
    private boolean important;

    @Option(names = "--language", paramLabel = "vi|en", description = "Language of the report. Default: en")
    private Language language = Language.EN;

    LawDueCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try {
            LawPack chosen = LawFiles.pack(pack);
            HolidayCalendar days = LawFiles.calendar(calendar);
            Procedure.Deadline deadline = deadline(chosen);
            boolean dated = new DueReport(chosen, days, language, surroundings.out()::println)
                    .print(received(chosen), deadline);
            surroundings.out().flush();
            return dated ? Chieng.FINE : Chieng.PROBLEMS;
        } catch (LawFiles.Refused e) {
            surroundings.err().println(e.getMessage());
            return e.code();
        }
    }

    private Instant received(LawPack chosen) throws LawFiles.Refused {
        try {
            return from.contains("T")
                    ? OffsetDateTime.parse(from).toInstant()
                    : LocalDate.parse(from)
                            .atStartOfDay(chosen.head().days().zone())
                            .toInstant();
        } catch (DateTimeException _) {
            throw wrong("--from: \"" + from + "\" is neither 2026-02-13 nor 2026-02-13T15:30:00+07:00");
        }
    }

    private Procedure.Deadline deadline(LawPack chosen) throws LawFiles.Refused {
        Procedure.Route route = Classified.route(
                        chosen, level, important ? chosen.classification().flags() : List.of())
                .orElseThrow(() -> wrong("--level: the pack has no route for level " + level));
        for (Procedure.Step candidate : route.steps()) {
            String within = candidate.within();
            if (within != null && (step.equals(within) || step.equals(word(candidate.act())))) {
                return (Procedure.Deadline) chosen.rule(within).orElseThrow();
            }
        }
        return chosen.procedure().deadlines().stream()
                .filter(candidate -> candidate.id().equals(step))
                .findFirst()
                .orElseThrow(() -> wrong("--step: \"" + step + "\" has no time limit at level " + level
                        + "; these have: " + limited(chosen, route)));
    }

    private static String limited(LawPack chosen, Procedure.Route route) {
        Stream<String> acts = route.steps().stream()
                .filter(candidate -> candidate.within() != null)
                .map(candidate -> word(candidate.act()));
        Stream<String> ids = chosen.procedure().deadlines().stream().map(Procedure.Deadline::id);
        return Stream.concat(acts, ids).collect(Collectors.joining(", "));
    }

    private static String word(Procedure.Act act) {
        return act.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static LawFiles.Refused wrong(String message) {
        return new LawFiles.Refused(Chieng.WRONG_USE, message);
    }
}
