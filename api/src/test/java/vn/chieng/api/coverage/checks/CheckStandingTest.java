package vn.chieng.api.coverage.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CheckStandingTest {
    private static final UUID SYSTEM = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);
    private static final LocalDate SPRING = LocalDate.of(2026, 3, 1);
    private static final LocalDate AUTUMN = LocalDate.of(2026, 9, 1);

    @Test
    void theLatestThatNamesTheSystemOrIsOfItsWholeBodyCounts() {
        CheckStanding standing = standing(
                new CheckTerm(12, false),
                check(1, SPRING, Set.of(SYSTEM)),
                check(2, AUTUMN, Set.of()),
                check(3, LocalDate.of(2026, 11, 1), Set.of(OTHER)));
        assertThat(standing.latest()).isNotNull();
        assertThat(standing.latest().heldOn()).isEqualTo(AUTUMN);
        assertThat(standing.expires()).isEqualTo("2027-09-01");
    }

    @Test
    void whereThePackAsksForTheSystemTheWholeBodyDoesNotCount() {
        CheckTerm named = new CheckTerm(6, true);
        CheckStanding ofBody = standing(named, check(1, AUTUMN, Set.of()));
        assertThat(ofBody.latest()).isNull();
        assertThat(ofBody.ofBodyOnly()).isTrue();
        assertThat(ofBody.holdsOn(AUTUMN)).isFalse();

        CheckStanding ofSystem = standing(named, check(1, SPRING, Set.of(SYSTEM)), check(2, AUTUMN, Set.of()));
        assertThat(ofSystem.latest()).isNotNull();
        assertThat(ofSystem.latest().heldOn()).isEqualTo(SPRING);
        assertThat(ofSystem.ofBodyOnly()).isFalse();
    }

    @Test
    void itCountsUpToTheDayBeforeItsEnd() {
        CheckStanding standing = standing(new CheckTerm(6, true), check(1, SPRING, Set.of(SYSTEM)));
        assertThat(standing.holdsOn(LocalDate.of(2026, 8, 31))).isTrue();
        assertThat(standing.holdsOn(AUTUMN)).isFalse();
    }

    @Test
    void withoutAnIntervalInTheTextItCountsWithoutEnd() {
        CheckStanding standing = standing(new CheckTerm(null, false), check(1, SPRING, Set.of()));
        assertThat(standing.expires()).isNull();
        assertThat(standing.holdsOn(LocalDate.of(2040, 1, 1))).isTrue();
    }

    @Test
    void whatWasWithdrawnOrIsOfAnotherKindDoesNotCount() {
        RecordedCheck withdrawn = check(
                1, SPRING, Set.of(SYSTEM), CheckKind.SCAN, new RecordedCheck.Withdrawal("nhầm", "A", Instant.EPOCH));
        RecordedCheck drill = check(2, AUTUMN, Set.of(SYSTEM), CheckKind.DRILL, null);
        assertThat(standing(null, withdrawn, drill).latest()).isNull();
    }

    private static CheckStanding standing(@Nullable CheckTerm term, RecordedCheck... checks) {
        return CheckStanding.of(CheckKind.SCAN, term, SYSTEM, List.of(checks));
    }

    private static RecordedCheck check(long id, LocalDate heldOn, Set<UUID> systems) {
        return check(id, heldOn, systems, CheckKind.SCAN, null);
    }

    private static RecordedCheck check(
            long id,
            LocalDate heldOn,
            Set<UUID> systems,
            CheckKind kind,
            RecordedCheck.@Nullable Withdrawal withdrawn) {
        return new RecordedCheck(
                id, "org-a", kind, heldOn, "Tổ kiểm tra", null, systems, null, "A", Instant.EPOCH, withdrawn);
    }
}
