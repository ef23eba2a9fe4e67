package vn.chieng.api.systems;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.chieng.api.systems.SystemStatus.BUILDING;
import static vn.chieng.api.systems.SystemStatus.OPERATING;
import static vn.chieng.api.systems.SystemStatus.PLANNED;
import static vn.chieng.api.systems.SystemStatus.RETIRED;
import static vn.chieng.api.systems.SystemStatus.SUSPENDED;
import static vn.chieng.api.systems.SystemStatus.TRIAL;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SystemStatusTest {
    private static final Map<SystemStatus, Set<SystemStatus>> MOVES = Map.of(
            PLANNED, EnumSet.of(BUILDING, TRIAL, OPERATING, RETIRED),
            BUILDING, EnumSet.of(PLANNED, TRIAL, OPERATING, RETIRED),
            TRIAL, EnumSet.of(BUILDING, OPERATING, SUSPENDED, RETIRED),
            OPERATING, EnumSet.of(SUSPENDED, RETIRED),
            SUSPENDED, EnumSet.of(TRIAL, OPERATING, RETIRED),
            RETIRED, EnumSet.noneOf(SystemStatus.class));

    @Test
    void movesExactlyAlongTheTable() {
        for (SystemStatus from : SystemStatus.values()) {
            for (SystemStatus to : SystemStatus.values()) {
                assertThat(from.leadsTo(to))
                        .as("%s to %s", from, to)
                        .isEqualTo(MOVES.get(from).contains(to));
            }
        }
    }
}
