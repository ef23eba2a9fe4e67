package vn.chieng.api.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.Scope;
import vn.chieng.api.clocks.file.LegalClock;
import vn.chieng.event.Level;

/** The list of running clocks, and the forms on the tab of an incident. */
class ClockPagesIT extends ClockDesk {
    @Test
    void theListShowsTheNextToBeDueFirstAndNothingOfOthers() {
        long id = confirmed("a", Level.HIGH, Map.of());
        detectedAtOn(id, FRIDAY);
        String number = get(id).number();
        var all = new ClockStore.Query(null, null, 0, 1_000);
        assertThat(store.open(all, new Scope.Everything()))
                .filteredOn(each -> each.clock().state() == LegalClock.State.RUNNING)
                .extracting(each -> each.clock().due())
                .isSorted();
        assertThat(store.open(all, new Scope.Organizations(Set.of("org-" + key))))
                .hasSize(3);
        assertThat(store.open(all, new Scope.Organizations(Set.of("org-other-" + key))))
                .isEmpty();
        assertThat(mvc.get().uri("/clocks").with(as(Role.OWNER, new Scope.Organizations(Set.of("org-" + key)))))
                .hasStatusOk()
                .bodyText()
                .contains(number, "quá hạn", "BM-SC-02");
        assertThat(mvc.get().uri("/api/v1/incidents/" + id + "/clocks").with(as(Role.ANALYST)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.clocks.length()")
                .isEqualTo(3);
    }

    @Test
    void theFormsCorrectAndRecordAndSayWhatIsWrong() {
        long id = confirmed("a", Level.HIGH, Map.of());
        String before = "2026-11-20T17:00";
        detectedAtOn(id, FRIDAY);
        assertThat(post(
                        id,
                        "/moment",
                        Map.of("event", "detection", "before", before, "at", "2026-11-20T16:00", "reason", " ")))
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT.value());
        assertThat(post(
                        id,
                        "/moment",
                        Map.of("event", "detection", "before", before, "at", "2026-11-20T16:00", "reason", "sớm hơn")))
                .isEqualTo(HttpStatus.SEE_OTHER.value());
        Map<String, String> sending = Map.of(
                "clock",
                "C24",
                "at",
                "2026-11-20T18:00",
                "recipient",
                "PA05",
                "channel",
                "Điện thoại",
                "proof",
                "nghe lúc 18:00");
        assertThat(post(id, "/sending", sending)).isEqualTo(HttpStatus.SEE_OTHER.value());
        assertThat(post(id, "/sending", sending)).isEqualTo(HttpStatus.CONFLICT.value());
        assertThat(page("/incidents/" + id)).contains("đã gửi, trước hạn");
    }
}
