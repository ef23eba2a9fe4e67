package vn.chieng.api.dossiers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.dossiers.workflow.Course;
import vn.chieng.api.dossiers.workflow.DossierState;
import vn.chieng.api.dossiers.workflow.Parties;

/**
 * A dossier as it stands.
 *
 * @param number what people call it: {@code HS-2026-0001}
 * @param edition which version of the system's dossier this is
 * @param predecessorId the dossier that this one takes the place of
 * @param flags ids of the pack's flags that hold
 * @param label the marking on every page and file
 * @param version advanced by every move
 * @param contentVersion advanced by every saved section
 */
public record Dossier(
        UUID id,
        String number,
        UUID systemId,
        String systemCode,
        String systemName,
        int edition,
        @Nullable UUID predecessorId,
        Set<String> flags,
        String label,
        Course course,
        int version,
        int contentVersion,
        @Nullable Seal seal,
        @Nullable LocalDate approvedOn,
        Instant createdAt,
        Instant changedAt) {

    /** What was approved, as a hash over all of it. */
    public record Seal(String sha256, Instant at) {}

    public Dossier {
        flags = Set.copyOf(flags);
    }

    public DossierState state() {
        return course.state();
    }

    public int level() {
        return course.level();
    }

    /** The body that writes it. */
    public String operatorId() {
        return course.parties().operatorId();
    }

    /** The bodies whose scope it lies in, the operator first. */
    public List<String> organizationIds() {
        Parties parties = course.parties();
        Set<String> ids = new LinkedHashSet<>();
        ids.add(parties.operatorId());
        ids.add(parties.ownerId());
        ids.add(parties.specialisedUnitId());
        ids.add(parties.appraiser());
        if (parties.delegate() != null) {
            ids.add(parties.delegate().organizationId());
        }
        return new ArrayList<>(ids);
    }

    Dossier with(Course moved, Instant at) {
        return new Dossier(
                id,
                number,
                systemId,
                systemCode,
                systemName,
                edition,
                predecessorId,
                flags,
                label,
                moved,
                version,
                contentVersion,
                seal,
                approvedOn,
                createdAt,
                at);
    }

    Dossier sealed(Seal made, LocalDate decided) {
        return new Dossier(
                id,
                number,
                systemId,
                systemCode,
                systemName,
                edition,
                predecessorId,
                flags,
                label,
                course,
                version,
                contentVersion,
                made,
                decided,
                createdAt,
                changedAt);
    }
}
