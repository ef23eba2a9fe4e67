package vn.chieng.api.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.chieng.api.uploads.UploadState.APPLIED;
import static vn.chieng.api.uploads.UploadState.APPLYING;
import static vn.chieng.api.uploads.UploadState.DISCARDED;
import static vn.chieng.api.uploads.UploadState.FAILED;
import static vn.chieng.api.uploads.UploadState.OUTDATED;
import static vn.chieng.api.uploads.UploadState.READING;
import static vn.chieng.api.uploads.UploadState.READY;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UploadStateTest {

    @Test
    void anUploadTakesTheseWaysAndNoOther() {
        Map<UploadState, Set<UploadState>> allowed = new EnumMap<>(Map.of(
                READING, Set.of(READY, FAILED),
                READY, Set.of(APPLYING, DISCARDED),
                APPLYING, Set.of(APPLIED, OUTDATED, READY, FAILED),
                APPLIED, Set.of(),
                OUTDATED, Set.of(),
                FAILED, Set.of(),
                DISCARDED, Set.of()));
        for (UploadState from : UploadState.values()) {
            for (UploadState to : UploadState.values()) {
                assertThat(from.leadsTo(to))
                        .as("%s to %s", from, to)
                        .isEqualTo(allowed.get(from).contains(to));
            }
        }
    }
}
