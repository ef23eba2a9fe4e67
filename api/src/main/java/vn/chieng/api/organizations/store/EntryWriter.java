package vn.chieng.api.organizations.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chieng.api.organizations.Organization;
import vn.chieng.api.organizations.OrganizationCode;
import vn.chieng.api.organizations.OrganizationEntry;

/** Writes bodies with all that belongs to them; whoever calls holds the register. */
@Component
final class EntryWriter {
    private final JdbcClient jdbc;

    EntryWriter(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(OrganizationEntry entry) {
        Organization organization = entry.organization();
        jdbc.sql("""
                        insert into organizations (id, parent_id, kind, name, name_en, outside, valid_from, valid_to,
                            note, search_text)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(organization.id())
                .param(organization.parentId())
                .param(organization.kind().code())
                .param(organization.name())
                .param(organization.nameEn())
                .param(organization.outside())
                .param(organization.validFrom())
                .param(organization.validTo())
                .param(organization.note())
                .param(Rows.searchText(organization.name(), organization.nameEn()))
                .update();
        writeBelongings(entry);
    }

    void change(OrganizationEntry entry) {
        Organization organization = entry.organization();
        jdbc.sql("""
                        update organizations set parent_id = ?, kind = ?, name = ?, name_en = ?, outside = ?,
                            valid_from = ?, valid_to = ?, note = ?, search_text = ?, version = version + 1
                        where id = ?""")
                .param(organization.parentId())
                .param(organization.kind().code())
                .param(organization.name())
                .param(organization.nameEn())
                .param(organization.outside())
                .param(organization.validFrom())
                .param(organization.validTo())
                .param(organization.note())
                .param(Rows.searchText(organization.name(), organization.nameEn()))
                .param(organization.id())
                .update();
        jdbc.sql("delete from organization_codes where organization_id = ?")
                .param(organization.id())
                .update();
        jdbc.sql("delete from organization_predecessors where organization_id = ?")
                .param(organization.id())
                .update();
        writeBelongings(entry);
    }

    private void writeBelongings(OrganizationEntry entry) {
        for (OrganizationCode code : entry.codes()) {
            jdbc.sql("""
                            insert into organization_codes (organization_id, scheme, value, valid_from, valid_to, source)
                            values (?, ?, ?, ?, ?, ?)""")
                    .param(entry.id())
                    .param(code.scheme())
                    .param(code.value())
                    .param(code.validFrom())
                    .param(code.validTo())
                    .param(code.source())
                    .update();
        }
        for (String predecessor : entry.predecessors()) {
            jdbc.sql("insert into organization_predecessors (organization_id, predecessor_id) values (?, ?)")
                    .param(entry.id())
                    .param(predecessor)
                    .update();
        }
    }
}
