package vn.chieng.api.organizations;

import java.util.List;

/**
 * One line of a list.
 *
 * @param codes those that count today
 * @param contacts how many contacts it has
 * @param overdue how many of them must be verified
 */
public record OrganizationRow(Organization organization, List<String> codes, int contacts, int overdue) {
    public OrganizationRow {
        codes = List.copyOf(codes);
    }
}
