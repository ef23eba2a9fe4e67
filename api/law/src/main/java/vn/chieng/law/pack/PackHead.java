package vn.chieng.law.pack;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The theme of the pack itself: which it is, since when, its instruments, transition and counting of days. */
public record PackHead(
        int schema,
        String pack,
        String version,
        Words title,
        Use use,
        boolean readOnly,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        List<Instrument> instruments,
        List<Transition> transitions,
        DayRules days,
        List<RuleText> openPoints) {
    /** The shape of pack files that this code reads. */
    public static final int SCHEMA = 1;

    public PackHead {
        if (schema != SCHEMA) {
            throw new IllegalArgumentException("schema " + schema + " is not known; this program reads " + SCHEMA);
        }
        if (effectiveTo != null && effectiveTo.isBefore(effectiveFrom)) {
            throw new IllegalArgumentException("\"effective-to\" is before \"effective-from\"");
        }
        new PackVersion(pack, version); // refuses a version that could not be ordered
        instruments = List.copyOf(instruments);
        transitions = List.copyOf(transitions);
        openPoints = List.copyOf(openPoints);
    }

    /** Whether a pack is chosen by date, or only by a transition rule. */
    public enum Use {
        REGULAR,
        TRANSITION
    }

    /** A law, a standard or another paper that rules cite. */
    public record Instrument(
            String id,
            String number,
            Words title,
            Words shortName,
            LawStatus status,
            Mark mark,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Words note) {}

    /** Projects that began before a day stay with this pack until another day. */
    public record Transition(@Inline Basis basis, LocalDate startedBefore, LocalDate until, Words label)
            implements Rule {}

    /** How days of a time limit are counted. */
    public record DayRules(
            @Inline Basis basis,
            ZoneId zone,
            FirstDay firstDay,
            boolean pauseDuringSupplement,
            boolean restartOnValidDossier,
            EndOnDayOff calendarDaysEndingOnDayOff,
            List<Integer> escalateAtPercent)
            implements Rule {
        private static final int ALL = 100;

        public DayRules {
            if (escalateAtPercent.stream().anyMatch(percent -> percent < 1 || percent > ALL)) {
                throw new IllegalArgumentException("an escalation lies between 1 and 100 per cent");
            }
            escalateAtPercent = List.copyOf(escalateAtPercent);
        }
    }

    /** Which day is day one. */
    public enum FirstDay {
        DAY_AFTER_RECEIPT,
        DAY_OF_RECEIPT
    }

    /** Where a limit in calendar days goes when it ends on a day off. */
    public enum EndOnDayOff {
        NEXT_WORKING_DAY,
        STAYS
    }
}
