package vn.chieng.api.dossiers;

import vn.chieng.api.access.Role;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.dossiers.workflow.Agent;
import vn.chieng.law.pack.Procedure;

/** On which side of a dossier a role stands. */
final class Sides {
    private static final String NOWHERE = "";

    private Sides() {}

    /** Who makes a move; a role without a part in dossiers stands on a side that nobody waits for. */
    static Agent agent(SignedIn by) {
        String body = by.organizationId() == null ? NOWHERE : by.organizationId();
        return new Agent(by.accountId(), by.displayName(), body, side(by.role()), by.scope());
    }

    private static Procedure.Side side(Role role) {
        return switch (role) {
            case OPERATOR -> Procedure.Side.OPERATOR;
            case OWNER -> Procedure.Side.OWNER;
            case APPRAISER -> Procedure.Side.APPRAISER;
            case CONTACT,
                    COUNCIL_MEMBER,
                    ANALYST,
                    SOC_LEAD,
                    DRILL_COORDINATOR,
                    RED_TEAM,
                    BLUE_TEAM,
                    WHITE_TEAM,
                    LEADER,
                    AUDITOR,
                    LEGAL_EDITOR,
                    ADMINISTRATOR -> Procedure.Side.OUTSIDE;
        };
    }
}
