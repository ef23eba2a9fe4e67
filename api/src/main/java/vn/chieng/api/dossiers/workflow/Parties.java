package vn.chieng.api.dossiers.workflow;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.chieng.law.pack.Procedure;

/**
 * The bodies of one dossier.
 *
 * @param operatorId who runs the system and writes
 * @param ownerId whose system it is
 * @param specialisedUnitId the unit that usually appraises
 * @param appraiserId who was named to appraise in its place
 * @param delegate who may act for the owner for a time
 */
public record Parties(
        String operatorId,
        String ownerId,
        String specialisedUnitId,
        @Nullable String appraiserId,
        @Nullable OwnersDelegate delegate) {

    /** A body that acts for the owner up to a day, by a paper. */
    public record OwnersDelegate(String organizationId, LocalDate until, String paper) {}

    /** Who appraises. */
    public String appraiser() {
        return appraiserId == null ? specialisedUnitId : appraiserId;
    }

    /** Whether the one who appraises is the one who operates. */
    public boolean appraiserOperates() {
        return appraiser().equals(operatorId);
    }

    Parties appraisedBy(String organizationId) {
        return new Parties(operatorId, ownerId, specialisedUnitId, organizationId, delegate);
    }

    Parties delegatedTo(@Nullable OwnersDelegate named) {
        return new Parties(operatorId, ownerId, specialisedUnitId, appraiserId, named);
    }

    /** Whether the agent's body is the one of this side on that day; an operator may also act for a body below its own. */
    boolean heldBy(Procedure.Side side, Agent agent, LocalDate day) {
        if (agent.side() != side) {
            return false;
        }
        return switch (side) {
            case OPERATOR -> agent.scope().covers(operatorId);
            case OWNER -> agent.organizationId().equals(ownerId) || delegated(agent, day);
            case APPRAISER -> agent.organizationId().equals(appraiser());
            case OUTSIDE -> false;
        };
    }

    private boolean delegated(Agent agent, LocalDate day) {
        return delegate != null
                && delegate.organizationId().equals(agent.organizationId())
                && !day.isAfter(delegate.until());
    }
}
