package vn.chieng.api.organizations.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.chieng.api.organizations.transfer.ImportJob.State.APPLIED;
import static vn.chieng.api.organizations.transfer.ImportJob.State.APPLYING;
import static vn.chieng.api.organizations.transfer.ImportJob.State.DISCARDED;
import static vn.chieng.api.organizations.transfer.ImportJob.State.FAILED;
import static vn.chieng.api.organizations.transfer.ImportJob.State.OUTDATED;
import static vn.chieng.api.organizations.transfer.ImportJob.State.READING;
import static vn.chieng.api.organizations.transfer.ImportJob.State.READY;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.chieng.api.organizations.transfer.ImportJob.State;

class ImportJobTest {

    @Test
    void anImportTakesTheseWaysAndNoOther() {
        Map<State, Set<State>> allowed = new EnumMap<>(Map.of(
                READING, Set.of(READY, FAILED),
                READY, Set.of(APPLYING, DISCARDED),
                APPLYING, Set.of(APPLIED, OUTDATED, FAILED),
                APPLIED, Set.of(),
                OUTDATED, Set.of(),
                FAILED, Set.of(),
                DISCARDED, Set.of()));
        for (State from : State.values()) {
            for (State to : State.values()) {
                assertThat(from.leadsTo(to))
                        .as("%s to %s", from, to)
                        .isEqualTo(allowed.get(from).contains(to));
            }
        }
    }
}
