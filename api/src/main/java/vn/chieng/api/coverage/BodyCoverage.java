package vn.chieng.api.coverage;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.organizations.Organization;

/**
 * How far one body is covered, by the systems it operates.
 *
 * @param approved approved systems of those operating; null where nothing tells of dossiers
 * @param red systems that operate without approval
 * @param sources null where nothing is known of its sources
 */
public record BodyCoverage(
        Organization organization,
        int systems,
        int determined,
        int operating,
        @Nullable Integer approved,
        int red,
        int tasks,
        SourceActivity.@Nullable Activity sources,
        Map<FactKind, CoverageFact> facts) {
    private static final int ALL = 100;

    public BodyCoverage {
        facts = Map.copyOf(facts);
    }

    /** The fact of a kind, by its code; null where nobody recorded it. */
    public @Nullable CoverageFact fact(String kind) {
        return FactKind.of(kind).map(facts::get).orElse(null);
    }

    /** Per cent of operating systems that are approved; null where nothing operates or nothing is known. */
    public @Nullable Integer approvedShare() {
        return approved == null || operating == 0 ? null : approved * ALL / operating;
    }
}
