package vn.chieng.api.systems;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.chieng.law.conditions.Facts;

/** What the dossiers say of systems. Whoever keeps dossiers provides it; until then nothing is known, and the gates stay shut. */
public interface ApprovalState {

    /** What is known of these systems; one without any dossier is absent. */
    Map<UUID, Approval> of(Collection<UUID> systemIds);

    /**
     * How far the latest dossier of a system is.
     *
     * @param dossier its number as people call it, with the address of its page
     * @param level the approved level; null where none is approved
     * @param approvedOn the day of the decision
     * @param facts what the dossier knows of the inputs of the pack's gates
     */
    record Approval(
            Phase phase,
            @Nullable String dossier,
            @Nullable String address,
            @Nullable Integer level,
            @Nullable LocalDate approvedOn,
            Facts facts) {}

    /** How far a dossier is, in the steps that the annual report counts. */
    enum Phase {
        NONE,
        DRAFTED,
        SUBMITTED,
        APPRAISED,
        APPROVED;

        /** As in addresses, files and bundle keys. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
