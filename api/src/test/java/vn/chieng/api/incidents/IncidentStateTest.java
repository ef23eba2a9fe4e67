package vn.chieng.api.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.chieng.api.incidents.IncidentState.CLOSED;
import static vn.chieng.api.incidents.IncidentState.CONFIRMED;
import static vn.chieng.api.incidents.IncidentState.NEW;
import static vn.chieng.api.incidents.IncidentState.VERIFYING;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IncidentStateTest {
    private static final Map<IncidentState, Set<IncidentState>> ALLOWED = Map.of(
            NEW, EnumSet.of(VERIFYING, CLOSED),
            VERIFYING, EnumSet.of(CONFIRMED, CLOSED),
            CONFIRMED, EnumSet.of(CLOSED),
            CLOSED, EnumSet.of(VERIFYING));

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
}
