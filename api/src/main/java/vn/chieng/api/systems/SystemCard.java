package vn.chieng.api.systems;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a system is and who answers for it.
 *
 * @param beneficiaries who uses it or is served by it
 * @param operatorId the body that runs it
 * @param ownerId the body that owns it
 * @param projectStart when its project began, where that is known
 */
public record SystemCard(
        String name,
        @Nullable String purpose,
        @Nullable String beneficiaries,
        String operatorId,
        String ownerId,
        @Nullable Delegation delegation,
        Hosting hosting,
        @Nullable LocalDate projectStart) {

    /** All bodies it belongs to, the operator first. */
    public List<String> organizationIds() {
        Set<String> ids = new LinkedHashSet<>();
        ids.add(operatorId);
        ids.add(ownerId);
        if (delegation != null) {
            ids.add(delegation.delegateId());
        }
        return new ArrayList<>(ids);
    }
}
