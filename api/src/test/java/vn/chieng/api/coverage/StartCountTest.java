package vn.chieng.api.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.chieng.api.systems.ApprovalState;
import vn.chieng.api.systems.RegisteredSystem;
import vn.chieng.law.conditions.Facts;

class StartCountTest {
    private final Map<UUID, ApprovalState.Approval> approvals = new HashMap<>();

    private RegisteredSystem began(String day, String approvedOn) {
        RegisteredSystem system = OperatingSystems.since("HT-1", "Hệ thống", "org-so-tu-phap", LocalDate.parse(day));
        if (!approvedOn.isEmpty()) {
            approvals.put(
                    system.id(),
                    new ApprovalState.Approval(
                            ApprovalState.Phase.APPROVED, "HS-1", "/", 3, LocalDate.parse(approvedOn), Facts.NONE));
        }
        return system;
    }

    @Test
    void onlyAnApprovalByTheDayOfTheStartCounts() {
        List<RegisteredSystem> operating = List.of(
                began("2026-09-10", "2026-09-10"),
                began("2026-09-20", "2026-09-21"),
                began("2026-09-30", ""),
                began("2026-11-02", "2026-08-01"));
        List<StartCount> starts = StartCount.of(operating, approvals, 24);
        assertThat(starts)
                .containsExactly(
                        new StartCount(LocalDate.of(2026, 9, 1), 3, 1),
                        new StartCount(LocalDate.of(2026, 11, 1), 1, 1));
        assertThat(starts).extracting(StartCount::share).containsExactly(33, 100);
        assertThat(StartCount.of(operating, approvals, 1)).containsExactly(starts.getLast());
    }
}
