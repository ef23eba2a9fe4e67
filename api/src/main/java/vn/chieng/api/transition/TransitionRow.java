package vn.chieng.api.transition;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.chieng.law.pack.PackVersion;

/**
 * A system that has not yet arrived under the new law.
 *
 * @param oldPack the pack of its present level; null where it has none
 * @param oldLevel its present level; null where it has none
 * @param decidedOn when that was determined or approved
 * @param estimate the level that the new pack proposes from the known answers; null where they do not suffice
 * @param due the last day; in the past where the duty is due already
 * @param missing what it lacks, the next first
 */
record TransitionRow(
        UUID systemId,
        String code,
        String name,
        String organizationId,
        Case kase,
        @Nullable PackVersion oldPack,
        @Nullable Integer oldLevel,
        @Nullable LocalDate decidedOn,
        @Nullable Integer estimate,
        LocalDate due,
        List<Missing> missing) {
    private static final int SOON = 90;

    TransitionRow {
        missing = List.copyOf(missing);
    }

    /** Why a system is in transition. */
    enum Case {
        UNDER_CONSTRUCTION,
        OLD_LEVEL,
        /** Runs and was never classified: the transition rule gives it no time. */
        NEVER_CLASSIFIED;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The steps that may lie ahead. */
    enum Missing {
        NEW_LEVEL,
        DOSSIER,
        SUBMISSION,
        APPRAISAL,
        APPROVAL;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Negative once the last day has passed. */
    public long daysLeft(LocalDate today) {
        return ChronoUnit.DAYS.between(today, due);
    }

    /** How the deadline stands: late, soon or ahead. */
    public String urgency(LocalDate today) {
        long days = daysLeft(today);
        return days < 0 ? "late" : days <= SOON ? "soon" : "ahead";
    }
}
