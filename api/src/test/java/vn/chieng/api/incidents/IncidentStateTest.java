package vn.chieng.api.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.chieng.api.incidents.IncidentState.AWAITING_REPORT;
import static vn.chieng.api.incidents.IncidentState.CLOSED;
import static vn.chieng.api.incidents.IncidentState.CONFIRMED;
import static vn.chieng.api.incidents.IncidentState.CONTAINING;
import static vn.chieng.api.incidents.IncidentState.DISMISSED;
import static vn.chieng.api.incidents.IncidentState.MERGED;
import static vn.chieng.api.incidents.IncidentState.NEW;
import static vn.chieng.api.incidents.IncidentState.RECOVERED;
import static vn.chieng.api.incidents.IncidentState.REMEDIATING;
import static vn.chieng.api.incidents.IncidentState.VERIFYING;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IncidentStateTest {
    /** By the procedure: new, verifying, dismissed or confirmed, containing, remediating, recovered, awaiting the report, closed, opened again. */
    static final Map<IncidentState, Set<IncidentState>> ALLOWED = Map.of(
            NEW, EnumSet.of(VERIFYING, DISMISSED),
            VERIFYING, EnumSet.of(CONFIRMED, DISMISSED),
            CONFIRMED, EnumSet.of(CONTAINING, VERIFYING),
            CONTAINING, EnumSet.of(REMEDIATING, VERIFYING),
            REMEDIATING, EnumSet.of(RECOVERED, CONTAINING),
            RECOVERED, EnumSet.of(AWAITING_REPORT, CONTAINING),
            AWAITING_REPORT, EnumSet.of(CLOSED, CONTAINING),
            CLOSED, EnumSet.of(VERIFYING),
            DISMISSED, EnumSet.of(VERIFYING),
            MERGED, EnumSet.noneOf(IncidentState.class));

    @Test
    void everyPairOfStatesIsEitherAllowedOrRefused() {
        for (IncidentState from : IncidentState.values()) {
            for (IncidentState to : IncidentState.values()) {
                assertThat(from.leadsTo(to))
                        .as("%s to %s", from, to)
                        .isEqualTo(ALLOWED.getOrDefault(from, Set.of()).contains(to));
            }
        }
    }

    @Test
    void nothingConfirmedIsClosedExceptAfterRecoveryAndReport() {
        assertThat(EnumSet.allOf(IncidentState.class).stream().filter(state -> state.leadsTo(CLOSED)))
                .containsExactly(AWAITING_REPORT);
    }

    @Test
    void toCloseToOpenAgainAndToTakeAConfirmationBackIsReserved() {
        assertThat(AWAITING_REPORT.reserves(CLOSED)).isTrue();
        assertThat(CLOSED.reserves(VERIFYING)).isTrue();
        assertThat(CONFIRMED.reserves(VERIFYING)).isTrue();
        assertThat(NEW.reserves(VERIFYING)).isFalse();
        assertThat(DISMISSED.reserves(VERIFYING)).isFalse();
    }

    @Test
    void closingAsksForCauseAndResultAndDismissingForAReasonFromTheList() {
        assertThat(AWAITING_REPORT.asks(CLOSED))
                .containsExactlyInAnyOrder(IncidentState.Requirement.CAUSE, IncidentState.Requirement.NOTE);
        assertThat(VERIFYING.asks(DISMISSED))
                .containsExactlyInAnyOrder(IncidentState.Requirement.REASON, IncidentState.Requirement.NOTE);
        assertThat(VERIFYING.asks(CONFIRMED))
                .containsExactlyInAnyOrder(IncidentState.Requirement.GROUP, IncidentState.Requirement.NOTE);
        assertThat(NEW.asks(VERIFYING)).isEmpty();
    }

    @Test
    void everyCodeIsReadBack() {
        for (IncidentState state : IncidentState.values()) {
            assertThat(IncidentState.of(state.code())).isEqualTo(state);
        }
    }
}
