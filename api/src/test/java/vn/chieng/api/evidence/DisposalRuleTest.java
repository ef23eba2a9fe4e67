package vn.chieng.api.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentState;
import vn.chieng.api.incidents.SampleIncident;

class DisposalRuleTest {
    private static final Instant ADDED = Instant.parse("2021-01-31T17:30:00Z");
    private static final Instant OVER = Instant.parse("2026-01-31T17:30:00Z");

    private final DisposalRule rule = new DisposalRule(Period.ofYears(5));

    @Test
    void aFileOfAClosedIncidentMayGoOnceItsTimeIsOverAndNotASecondBefore() {
        assertThat(asked(IncidentState.CLOSED, false, null, false, OVER)).isEmpty();
        assertThat(asked(IncidentState.CLOSED, false, null, false, OVER.minusSeconds(1)))
                .isEqualTo("early");
    }

    @Test
    void theTimeCountsFromTheIncidentsLastChangeWhereThatCameLater() {
        Incident later = SampleIncident.of(IncidentState.CLOSED, ADDED.plus(Duration.ofDays(40)));
        assertThat(rule.keptUntil(item(null), later)).isEqualTo(Instant.parse("2026-03-12T17:30:00Z"));
    }

    @ParameterizedTest
    @EnumSource(
            value = IncidentState.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CLOSED", "DISMISSED"})
    void nothingGoesWhileTheIncidentIsNotOver(IncidentState state) {
        assertThat(asked(state, false, null, false, OVER)).isEqualTo("open");
    }

    @Test
    void aHoldARunningFreezeAndADebtEachForbidIt() {
        assertThat(asked(IncidentState.CLOSED, true, null, false, OVER)).isEqualTo("under-hold");
        assertThat(asked(IncidentState.CLOSED, false, OVER.plusSeconds(1), false, OVER))
                .isEqualTo("frozen");
        assertThat(asked(IncidentState.CLOSED, false, OVER.minusSeconds(1), false, OVER))
                .isEmpty();
        assertThat(asked(IncidentState.CLOSED, false, null, true, OVER)).isEqualTo("owed");
    }

    @Test
    void whatIsGoneDoesNotGoAgain() {
        assertThat(rule.forbidden(item(OVER), circumstances(IncidentState.CLOSED, false, null, false, OVER)))
                .contains("disposed");
    }

    private String asked(IncidentState state, boolean held, @Nullable Instant frozenUntil, boolean owed, Instant now) {
        return rule.forbidden(item(null), circumstances(state, held, frozenUntil, owed, now))
                .orElse("");
    }

    private static DisposalRule.Circumstances circumstances(
            IncidentState state, boolean held, @Nullable Instant frozenUntil, boolean owed, Instant now) {
        List<FreezeRequest> requests = frozenUntil == null
                ? List.of()
                : List.of(new FreezeRequest("thanh tra", "nhật ký", ADDED, frozenUntil, "máy dự phòng", ADDED, "An"));
        return new DisposalRule.Circumstances(SampleIncident.of(state, ADDED), held, requests, owed, now);
    }

    private static EvidenceItem item(@Nullable Instant disposedAt) {
        return new EvidenceItem(
                new UUID(0, 1),
                1,
                "dump.log",
                EvidenceItem.Kind.FILE,
                3,
                "00",
                "nguồn",
                ADDED,
                "An",
                List.of(),
                null,
                disposedAt);
    }
}
