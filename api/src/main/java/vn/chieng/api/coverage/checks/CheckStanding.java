package vn.chieng.api.coverage.checks;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a system stands with one kind of check.
 *
 * @param term what the pack asks; null where it asks for none
 * @param latest the latest that counts for the system; null where there is none
 * @param ofBodyOnly whether there is one of the whole body that the pack does not let count
 */
public record CheckStanding(
        CheckKind kind, @Nullable CheckTerm term, @Nullable RecordedCheck latest, boolean ofBodyOnly) {

    /** Of the checks that name the system, and those of the whole body that operates it. */
    static CheckStanding of(CheckKind kind, @Nullable CheckTerm term, UUID system, Collection<RecordedCheck> checks) {
        List<RecordedCheck> all = checks.stream()
                .filter(check -> check.kind() == kind && check.withdrawn() == null)
                .filter(check -> check.ofWholeBody() || check.systems().contains(system))
                .toList();
        boolean named = term != null && term.ofSystem();
        Optional<RecordedCheck> latest = all.stream()
                .filter(check -> !named || !check.ofWholeBody())
                .max(Comparator.comparing(RecordedCheck::heldOn).thenComparingLong(RecordedCheck::id));
        return new CheckStanding(kind, term, latest.orElse(null), latest.isEmpty() && !all.isEmpty());
    }

    /** The first day on which the latest no longer counts; null where there is none, or it counts without end. */
    public @Nullable LocalDate expires() {
        Integer months = term == null ? null : term.months();
        return latest == null || months == null ? null : latest.heldOn().plusMonths(months);
    }

    /** Whether it is as the pack asks. */
    public boolean holdsOn(LocalDate day) {
        return latest != null && (expires() == null || day.isBefore(Objects.requireNonNull(expires())));
    }
}
