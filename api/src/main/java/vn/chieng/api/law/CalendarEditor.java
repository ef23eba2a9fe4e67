package vn.chieng.api.law;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.audit.AuditTrail;
import vn.chieng.law.days.CalendarFile;
import vn.chieng.law.days.CalendarReading;
import vn.chieng.law.days.CalendarText;
import vn.chieng.law.days.HolidayCalendar;

/** Changes the holiday calendar: each change is a new version with its reason, and the earlier ones stay. */
@Component
final class CalendarEditor {
    private final StoredLaw stored;
    private final LoadedLaw law;
    private final LawRefresh refresh;
    private final AuditTrail audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    CalendarEditor(
            StoredLaw stored,
            LoadedLaw law,
            LawRefresh refresh,
            AuditTrail audit,
            TransactionTemplate transactions,
            Clock clock) {
        this.stored = stored;
        this.law = law;
        this.refresh = refresh;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A change as it was asked for; the row is that of an imported file, 0 for a form. */
    record Asked(int row, CalendarChange change) {}

    /** All of the changes, or none where something speaks against one of them. */
    CalendarOutcome change(String seenVersion, List<Asked> changes, String reason, SignedIn by) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            stored.holdCalendar();
            CalendarFile before = latest();
            if (!before.version().equals(seenVersion)) {
                return new CalendarOutcome.Stale(before);
            }
            CalendarFile after = before;
            List<CalendarProblem> problems = new ArrayList<>();
            for (Asked asked : changes) {
                Optional<CalendarProblem> problem = asked.change().problem(after);
                if (problem.isPresent()) {
                    problems.add(problem.get().at(asked.row()));
                } else {
                    after = asked.change().applied(after);
                }
            }
            if (!problems.isEmpty()) {
                return new CalendarOutcome.Refused(problems);
            }
            return after.equals(before) ? new CalendarOutcome.Done(before) : kept(before, after, reason, by);
        }));
    }

    private CalendarOutcome kept(CalendarFile before, CalendarFile after, String reason, SignedIn by) {
        long number = stored.stamp().calendars() + 1;
        CalendarFile next = after.versioned(LegalDay.today(clock) + "." + number);
        stored.add(new StoredLaw.Calendar(
                next.version(), CalendarText.write(next), reason, by.displayName(), clock.instant()));
        audit.record(
                by,
                AuditRecord.of(LawAction.LAWCALENDAR_CHANGED, "law-calendar", next.calendar(), next.version(), Set.of())
                        .changed(
                                Map.of("version", before.version(), "days", lost(before, after)),
                                Map.of("version", next.version(), "days", lost(after, before)))
                        .because(reason));
        refresh.afterCommit();
        return new CalendarOutcome.Done(next);
    }

    /** What the one has and the other has not. */
    private static List<String> lost(CalendarFile one, CalendarFile other) {
        List<String> days = new ArrayList<>();
        one.daysOff().stream()
                .filter(day -> !other.daysOff().contains(day))
                .forEach(day -> days.add(
                        day.first() + ".." + day.end() + " " + day.name().vi()));
        one.workingSwaps().stream()
                .filter(swap -> !other.workingSwaps().contains(swap))
                .forEach(swap -> days.add(swap.date() + " <> " + swap.insteadOf()));
        return days;
    }

    /** What is stored, since another instance may have been faster than the last refresh. */
    private CalendarFile latest() {
        return stored.calendar()
                .map(last -> CalendarReading.read(last.version(), last.content().getBytes(StandardCharsets.UTF_8)))
                .flatMap(reading -> reading instanceof CalendarReading.Accepted(HolidayCalendar read)
                        ? Optional.of(read.file())
                        : Optional.empty())
                .orElseGet(() -> law.calendar().file());
    }
}
