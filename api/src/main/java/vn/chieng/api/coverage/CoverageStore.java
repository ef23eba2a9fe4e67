package vn.chieng.api.coverage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import vn.chieng.api.access.Scope;

/** Keeps recorded facts and the counts of months. */
public interface CoverageStore {

    List<CoverageFact> facts(Scope scope);

    Optional<CoverageFact> fact(String organizationId, FactKind kind);

    /** Writes the fact over the one of the version before; false where somebody else was faster. */
    boolean record(CoverageFact fact, int versionBefore);

    /** Puts these in the place of what the month held. */
    void keepMonth(LocalDate month, Collection<BodyCoverage> bodies, Instant at);

    /** Months of the bodies within the scope, the oldest first. */
    List<MonthCount> months(Scope scope, int most);
}
