package vn.chieng.api.organizations.store;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Scope;
import vn.chieng.api.organizations.ContactDraft;
import vn.chieng.api.organizations.ContactStore;
import vn.chieng.api.organizations.OrganizationContact;

@Component
final class PostgresContacts implements ContactStore {
    private final JdbcClient jdbc;

    PostgresContacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<OrganizationContact> of(String organizationId, Scope scope) {
        return jdbc.sql("select k.* from organization_contacts k where k.organization_id = :organization and "
                        + scope.contains("k.organization_id") + " order by k.name, k.id")
                .param("organization", organizationId)
                .param("scope", scope.parameter())
                .query(Rows::contact)
                .list();
    }

    @Override
    public List<OrganizationContact> all(Scope scope) {
        return jdbc.sql("select k.* from organization_contacts k where " + scope.contains("k.organization_id")
                        + " order by k.organization_id, k.name, k.id")
                .param("scope", scope.parameter())
                .query(Rows::contact)
                .list();
    }

    @Override
    public Optional<OrganizationContact> find(long id, String organizationId, Scope scope) {
        return jdbc.sql("select k.* from organization_contacts k where k.id = :id and k.organization_id = :organization"
                        + " and " + scope.contains("k.organization_id"))
                .param("id", id)
                .param("organization", organizationId)
                .param("scope", scope.parameter())
                .query(Rows::contact)
                .optional();
    }

    @Override
    public OrganizationContact add(String organizationId, ContactDraft contact) {
        return jdbc.sql("""
                        insert into organization_contacts (organization_id, name, title, phone, always_reached, mail,
                            intake_address, verify_days)
                        values (?, ?, ?, ?, ?, ?, ?, ?) returning *""")
                .param(organizationId)
                .param(contact.name())
                .param(contact.title())
                .param(contact.phone())
                .param(contact.phoneAlways())
                .param(contact.mail())
                .param(contact.intakeAddress())
                .param(contact.verifyDays())
                .query(Rows::contact)
                .single();
    }

    @Override
    public void change(OrganizationContact contact) {
        jdbc.sql("""
                        update organization_contacts set name = ?, title = ?, phone = ?, always_reached = ?, mail = ?,
                            intake_address = ?, verified_at = ?, verified_by = ?, verify_days = ?, version = version + 1
                        where id = ?""")
                .param(contact.name())
                .param(contact.title())
                .param(contact.phone())
                .param(contact.phoneAlways())
                .param(contact.mail())
                .param(contact.intakeAddress())
                .param(Rows.at(contact.verifiedAt()))
                .param(contact.verifiedBy())
                .param(contact.verifyDays())
                .param(contact.id())
                .update();
    }

    @Override
    public void remove(long id) {
        jdbc.sql("delete from organization_contacts where id = ?").param(id).update();
    }
}
