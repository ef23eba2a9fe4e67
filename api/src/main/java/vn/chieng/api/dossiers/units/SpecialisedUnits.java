package vn.chieng.api.dossiers.units;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.chieng.api.organizations.Organization;
import vn.chieng.api.organizations.OrganizationDirectory;

/** Finds the unit that appraises for a body: its own, else that of the nearest body above, else that of the province. */
@Component
public class SpecialisedUnits {
    private final UnitStore store;
    private final OrganizationDirectory directory;
    private final UnitSettings settings;

    SpecialisedUnits(UnitStore store, OrganizationDirectory directory, UnitSettings settings) {
        this.store = store;
        this.directory = directory;
        this.settings = settings;
    }

    /** Who appraises, and the assignment that says so; null where nobody was assigned. */
    public record Appointed(String unitId, @Nullable UnitAssignment by) {}

    /** For a body. */
    public Appointed of(String organizationId) {
        Map<String, UnitAssignment> all =
                store.all().stream().collect(Collectors.toMap(UnitAssignment::organizationId, Function.identity()));
        Optional<Organization> body = directory.find(organizationId);
        // the tree's own depth bounds the way up
        for (int left = directory.depth(organizationId); body.isPresent() && left >= 0; left--) {
            UnitAssignment assigned = all.get(body.get().id());
            if (assigned != null) {
                return new Appointed(assigned.unitId(), assigned);
            }
            String parentId = body.get().parentId();
            body = parentId == null ? Optional.empty() : directory.find(parentId);
        }
        return new Appointed(settings.specialisedUnit(), null);
    }

    /** The unit of the province. */
    String ofProvince() {
        return settings.specialisedUnit();
    }
}
