package vn.chieng.api.coverage;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.systems.ApprovalState;
import vn.chieng.api.systems.RegisteredSystem;

/**
 * The systems that began to operate in a month, and how many of them had been approved by the day they began.
 *
 * @param month its first day
 */
public record StartCount(LocalDate month, int started, int approvedBefore) {
    private static final int ALL = 100;

    /** Per cent of those started that had been approved. */
    public int share() {
        return approvedBefore * ALL / started;
    }

    /** The latest months in which systems that operate began to, the oldest first; a month without any is left out. */
    static List<StartCount> of(
            List<RegisteredSystem> operating, Map<UUID, ApprovalState.Approval> approvals, int most) {
        Map<LocalDate, List<RegisteredSystem>> byMonth = operating.stream()
                .filter(system -> system.statusSince() != null)
                .collect(Collectors.groupingBy(
                        system -> Objects.requireNonNull(system.statusSince()).withDayOfMonth(1),
                        TreeMap::new,
                        Collectors.toList()));
        return byMonth.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.reverseOrder()))
                .limit(most)
                .map(month -> new StartCount(month.getKey(), month.getValue().size(), (int) month.getValue().stream()
                        .filter(system -> approvedBefore(system, approvals.get(system.id())))
                        .count()))
                .toList()
                .reversed();
    }

    private static boolean approvedBefore(RegisteredSystem system, ApprovalState.@Nullable Approval approval) {
        LocalDate began = Objects.requireNonNull(system.statusSince());
        LocalDate approved = approval == null ? null : approval.approvedOn();
        return approved != null && !approved.isAfter(began);
    }
}
