package vn.chieng.api.organizations;

import java.util.Locale;
import vn.chieng.api.audit.AuditAction;

/** What can happen to organisations and their contacts. */
public enum OrganizationAction implements AuditAction {
    ORGANIZATION_ADDED,
    ORGANIZATION_CHANGED,
    ORGANIZATION_MOVED,
    ORGANIZATION_DISSOLVED,
    ORGANIZATIONS_EXPORTED,
    ORGANIZATIONS_IMPORTED,
    CONTACT_ADDED,
    CONTACT_CHANGED,
    CONTACT_VERIFIED,
    CONTACT_REMOVED,
    CONTACTS_EXPORTED,
    CONTACTS_IMPORTED;

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }
}
