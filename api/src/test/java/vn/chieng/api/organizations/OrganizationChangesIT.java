package vn.chieng.api.organizations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.Scope;

class OrganizationChangesIT extends PlantedTree {
    @Test
    void anOwnerRenamesItsOwnUnitsButShapesNoTree() {
        assertThat(post(
                        "/admin/organizations/" + child,
                        owner(),
                        Map.of("name", "Chi cục Mới " + mark, "kind", "ward", "validTo", "01/01/2020", "version", "1")))
                .hasStatus(303);
        Organization renamed = directory.find(child).orElseThrow();
        assertThat(renamed.name()).isEqualTo("Chi cục Mới " + mark);
        assertThat(renamed.kind()).isEqualTo(OrganizationKind.DEPARTMENT);
        assertThat(renamed.validTo()).isNull();
        assertThat(renamed.version()).isEqualTo(2);
        for (String place : Set.of("/move", "/dissolve", "/codes", "/codes/remove", "/predecessors")) {
            assertThat(post(
                            "/admin/organizations/" + child + place,
                            owner(),
                            Map.of("version", "2", "scheme", "x", "value", "y", "predecessor", "z")))
                    .as(place)
                    .hasStatus(403);
        }
        assertThat(get("/admin/organizations/new", owner())).hasStatus(403);
        assertThat(post("/admin/organizations", owner(), Map.of("name", "x", "parent", own, "kind", "unit")))
                .hasStatus(403);
        var administrator = as(Role.ADMINISTRATOR, new Scope.Organizations(Set.of(own, child)));
        assertThat(get("/admin/organizations/imports", administrator)).hasStatus(403);
    }

    @Test
    void aStaleFormIsRefusedAndShowsBothValues() {
        post("/admin/organizations/" + child, owner(), Map.of("name", "Tên Một " + mark, "version", "1"));
        var answer = post("/admin/organizations/" + child, owner(), Map.of("name", "Tên Hai " + mark, "version", "1"));
        assertThat(answer).hasStatus(409).bodyText().contains("Tên Một " + mark).contains("Tên Hai " + mark);
        assertThat(directory.name(child, java.util.Locale.of("vi"))).isEqualTo("Tên Một " + mark);
    }

    @Test
    void theWholeProvinceAddsMovesAndDissolves() {
        var lead = as(Role.SOC_LEAD);
        var added = post(
                "/admin/organizations",
                lead,
                Map.of("name", "Đơn vị Mới " + mark, "parent", own, "kind", "unit", "validFrom", "01/07/2025"));
        assertThat(added).hasStatus(303);
        String location = String.valueOf(added.getResponse().getRedirectedUrl());
        String id = location.substring(location.lastIndexOf('/') + 1);
        assertThat(id).matches("org-[a-z][a-z0-9]{9}");
        assertThat(get(location, lead)).hasStatusOk().bodyText().contains("Đơn vị Mới " + mark);
        assertThat(post("/admin/organizations/" + own + "/move", lead, Map.of("parent", child, "version", "1")))
                .hasStatus(422)
                .bodyText()
                .contains("Không thể trực thuộc chính mình");
        assertThat(post("/admin/organizations/" + id + "/move", lead, Map.of("parent", sibling, "version", "1")))
                .hasStatus(303);
        assertThat(directory.subtree(sibling)).contains(id);
        assertThat(directory.subtree(own)).doesNotContain(id);
        assertThat(post(
                        "/admin/organizations/" + sibling + "/dissolve",
                        lead,
                        Map.of("validTo", "30/06/2026", "version", "1")))
                .hasStatus(422)
                .bodyText()
                .contains("Còn 2 đơn vị trực thuộc");
        assertThat(post(
                        "/admin/organizations/" + id + "/dissolve",
                        lead,
                        Map.of("validTo", "30/06/2026", "successor", child, "reason", "QĐ 1", "version", "2")))
                .hasStatus(303);
        assertThat(get("/admin/organizations/" + child, lead)).bodyText().contains("Đơn vị Mới " + mark);
    }

    @Test
    void aCodeBelongsToOneBodyAtATime() {
        var lead = as(Role.SOC_LEAD);
        assertThat(post(
                        "/admin/organizations/" + own + "/codes",
                        lead,
                        Map.of("scheme", "test", "value", sibling, "version", "1")))
                .hasStatus(422)
                .bodyText()
                .contains(sibling);
        assertThat(post(
                        "/admin/organizations/" + own + "/codes",
                        lead,
                        Map.of(
                                "scheme",
                                "qd-20",
                                "value",
                                "H21." + mark,
                                "validFrom",
                                "1/7/2025",
                                "source",
                                "QĐ 12",
                                "version",
                                "1")))
                .hasStatus(303);
        assertThat(get("/api/v1/organizations/" + own + "/codes", owner()))
                .bodyJson()
                .extractingPath("$.items[0].validFrom")
                .isEqualTo("2025-07-01");
        assertThat(post(
                        "/admin/organizations/" + own + "/codes/remove",
                        lead,
                        Map.of("scheme", "qd-20", "value", "H21." + mark, "version", "2")))
                .hasStatus(303);
        assertThat(get("/api/v1/organizations/" + own + "/codes", owner()))
                .bodyJson()
                .extractingPath("$.items.length()")
                .isEqualTo(1);
    }

    @Test
    void aContactIsAddedVerifiedChangedAndRemoved() {
        String contacts = "/admin/organizations/" + child + "/contacts";
        assertThat(post(contacts, owner(), Map.of("name", "", "phone", "abc", "verifyDays", "0")))
                .hasStatus(422)
                .bodyText()
                .contains("Thiếu tên", "không phải số điện thoại", "Số ngày phải từ 1");
        assertThat(post(
                        contacts,
                        owner(),
                        Map.of(
                                "name",
                                "Trần Thị B",
                                "phone",
                                "+84 912 345 678",
                                "phoneAlways",
                                "true",
                                "verifyDays",
                                "30")))
                .hasStatus(303);
        long id = jdbc.sql("select id from organization_contacts where organization_id = ? and name = 'Trần Thị B'")
                .param(child)
                .query(Long.class)
                .single();
        assertThat(get("/admin/organizations/" + child, owner())).bodyText().contains("trực 24/7", "Chưa xác minh");
        assertThat(post(contacts + "/" + id + "/verify", owner(), Map.of("version", "1")))
                .hasStatus(303);
        assertThat(get("/api/v1/organizations/" + child + "/contacts", owner()))
                .bodyJson()
                .extractingPath("$.items[?(@.name=='Trần Thị B')].verification")
                .asArray()
                .containsExactly("valid");
        jdbc.sql("update organization_contacts set verified_at = verified_at - interval '31 days' where id = ?")
                .param(id)
                .update();
        assertThat(get("/admin/organizations/" + child, owner())).bodyText().contains("Quá hạn xác minh");
        assertThat(get("/api/v1/organizations?contacts=overdue&q=" + mark, owner()))
                .bodyText()
                .contains(child);
        assertThat(post(
                        contacts + "/" + id,
                        owner(),
                        Map.of("name", "Trần Thị B", "phone", "0987 654 321", "verifyDays", "30", "version", "1")))
                .hasStatus(409);
        assertThat(post(contacts + "/" + id + "/remove", owner(), Map.of("version", "2")))
                .hasStatus(303);
        assertThat(get("/api/v1/organizations/" + child + "/contacts", owner()))
                .bodyText()
                .doesNotContain("Trần Thị B");
    }
}
