package vn.chieng.api.identity;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Role;
import vn.chieng.api.organizations.OrganizationDirectory;

/** Sees to it that somebody is always left who can administer the province. */
@Component
final class Administrators {
    private final AssignmentStore assignments;
    private final OrganizationDirectory organizations;

    Administrators(AssignmentStore assignments, OrganizationDirectory organizations) {
        this.assignments = assignments;
        this.organizations = organizations;
    }

    /** Whether nobody but this account administers the province; to be asked within the transaction that would end it. */
    boolean lastIs(long accountId, Instant now) {
        return assignments.lockAdministrators(organizations.root().id(), now).equals(List.of(accountId));
    }

    /** Whether taking this assignment away would leave nobody. */
    boolean lastHolds(Assignment assignment, Instant now) {
        return assignment.role() == Role.ADMINISTRATOR
                && assignment.organizationId().equals(organizations.root().id())
                && lastIs(assignment.accountId(), now);
    }
}
