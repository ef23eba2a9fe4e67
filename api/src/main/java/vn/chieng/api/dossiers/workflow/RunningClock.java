package vn.chieng.api.dossiers.workflow;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.chieng.law.days.DueDate;
import vn.chieng.law.pack.Procedure;

/** A time limit of a dossier: from when it runs, when it ends, and whether somebody has acted. */
public record RunningClock(
        Procedure.Deadline deadline,
        Procedure.Act act,
        Instant from,
        DueDate due,
        List<DueDate.Pause> pauses,
        Standing standing,
        @Nullable Instant answeredAt) {

    public RunningClock {
        pauses = List.copyOf(pauses);
    }

    /** Whether time runs. */
    public enum Standing {
        RUNNING,
        /** The supplement is awaited; the pack lets time stand still. */
        PAUSED,
        /** The supplement is awaited; the pack begins anew with the next valid dossier. */
        STOPPED,
        ANSWERED
    }

    /** Whether the end was passed before somebody acted. */
    public boolean late(Instant now) {
        return switch (due) {
            case DueDate.OutsideCalendar _ -> false;
            case DueDate.Due(var _, Instant end, var _, var _, var _, var _) ->
                switch (standing) {
                    case RUNNING -> !now.isBefore(end);
                    case ANSWERED, STOPPED -> answeredAt != null && !answeredAt.isBefore(end);
                    case PAUSED -> false;
                };
        };
    }

    /** The highest share of the limit, in percent, whose time to speak up has come while it runs; 0 before the first. */
    public int reached(Instant now) {
        return standing == Standing.RUNNING && due instanceof DueDate.Due ends
                ? ends.escalations().stream()
                        .filter(escalation -> !now.isBefore(escalation.at()))
                        .mapToInt(DueDate.Escalation::percent)
                        .max()
                        .orElse(0)
                : 0;
    }

    /** The day it ends, where the calendar reaches that far. */
    public Optional<LocalDate> day() {
        return due instanceof DueDate.Due ends ? Optional.of(ends.day()) : Optional.empty();
    }
}
