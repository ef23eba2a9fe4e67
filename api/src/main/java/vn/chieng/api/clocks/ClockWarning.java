package vn.chieng.api.clocks;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import vn.chieng.api.access.Role;

/**
 * A share of a clock's time is used up; published within the transaction that remembers it, so that it is told once.
 *
 * @param incidentNumber what people call the incident
 * @param clock as the law pack names it
 * @param percent how much of the time is used up
 * @param roles who is to hear of it
 */
public record ClockWarning(
        long incidentId,
        String incidentNumber,
        List<String> organizationIds,
        String clock,
        int percent,
        Instant due,
        Set<Role> roles) {
    public ClockWarning {
        organizationIds = List.copyOf(organizationIds);
        roles = Set.copyOf(roles);
    }
}
