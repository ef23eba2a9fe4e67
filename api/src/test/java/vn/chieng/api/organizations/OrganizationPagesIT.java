package vn.chieng.api.organizations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.chieng.api.ApiServers;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.Scope;

/** A small tree of its own: a department with a unit, a sibling department, and a unit of that one. */
class OrganizationPagesIT extends ApiServers {
    private static final String ROOT = "org-tinh-gia-lai";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private OrganizationDirectory directory;

    @Autowired
    private MemoryDirectory memory;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String own = "org-own-" + mark;
    private final String child = "org-child-" + mark;
    private final String sibling = "org-sibling-" + mark;
    private final String other = "org-other-" + mark;

    @BeforeEach
    void plantTheTree() {
        plant(own, ROOT, "Sở Đất Đai " + mark);
        plant(child, own, "Chi cục Đo Đạc " + mark);
        plant(sibling, ROOT, "Sở Láng Giềng " + mark);
        plant(other, sibling, "Trung tâm Xa Lạ " + mark);
        changed();
    }

    private void plant(String id, String parent, String name) {
        jdbc.sql("insert into organizations (id, parent_id, kind, name, search_text) values (?, ?, 'department', ?, ?)")
                .param(id)
                .param(parent)
                .param(name)
                .param(vn.chieng.api.vietnamese.SearchText.kept(name))
                .update();
        jdbc.sql("insert into organization_codes (organization_id, scheme, value) values (?, 'test', ?)")
                .param(id)
                .param(id)
                .update();
        jdbc.sql("insert into organization_contacts (organization_id, name, phone, mail) values (?, ?, ?, ?)")
                .param(id)
                .param("Người " + id)
                .param("0912 345 123")
                .param("nguoi@example.vn")
                .update();
    }

    @AfterEach
    void fellTheTree() {
        for (String table : Set.of("organization_contacts", "organization_codes", "organization_predecessors")) {
            jdbc.sql("delete from " + table + " where organization_id like ? or organization_id in"
                            + " (select id from organizations where name like ?)")
                    .param("%" + mark)
                    .param("%" + mark + "%")
                    .update();
        }
        jdbc.sql("delete from organization_predecessors where predecessor_id like ?")
                .param("%" + mark)
                .update();
        jdbc.sql("update organizations set parent_id = ? where name like ?")
                .param(ROOT)
                .param("%" + mark + "%")
                .update();
        jdbc.sql("delete from organizations where name like ? or id like ?")
                .param("%" + mark + "%")
                .param("%" + mark)
                .update();
        changed();
    }

    private void changed() {
        jdbc.sql("update organization_changes set version = version + 1").update();
        memory.changed();
    }

    private RequestPostProcessor owner() {
        return as(Role.OWNER, new Scope.Organizations(Set.of(own, child)));
    }

    private MvcTestResult get(String uri, RequestPostProcessor caller, Object... variables) {
        return mvc.get().uri(uri, variables).secure(true).with(caller).exchange();
    }

    private MvcTestResult post(String uri, RequestPostProcessor caller, Map<String, String> form) {
        var request = mvc.post().uri(uri).secure(true).with(caller).with(csrf());
        form.forEach(request::param);
        return request.exchange();
    }

    @Test
    void nobodySeesOrCountsBodiesOutsideTheirOwn() {
        for (String uri : Set.of(
                "/admin/organizations",
                "/admin/organizations?state=all&q=" + mark,
                "/admin/organizations/export.csv",
                "/admin/organizations/contacts.csv",
                "/api/v1/organizations?q=" + mark)) {
            assertThat(get(uri, owner()))
                    .as(uri)
                    .hasStatusOk()
                    .bodyText()
                    .contains(own)
                    .contains(child)
                    .doesNotContain(sibling)
                    .doesNotContain(other)
                    .doesNotContain("Láng Giềng")
                    .doesNotContain(ROOT);
        }
        assertThat(get("/api/v1/organizations?state=all", owner()))
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(2);
        assertThat(get("/api/v1/organizations?parent=" + sibling, owner()))
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(0);
    }

    @Test
    void theParentOutsideTheScopeIsNotNamed() {
        assertThat(get("/api/v1/organizations/" + own, owner()))
                .bodyJson()
                .extractingPath("$.parentId")
                .isNull();
        assertThat(get("/api/v1/organizations/" + child, owner()))
                .bodyJson()
                .extractingPath("$.parentId")
                .isEqualTo(own);
        assertThat(get("/admin/organizations/" + own, owner()))
                .bodyText()
                .contains("Chi cục Đo Đạc")
                .doesNotContain(ROOT);
    }

    @Test
    void aForeignBodyLooksLikeNone() {
        long contact = contact(sibling);
        for (String id : Set.of(sibling, other, ROOT, "org-nowhere")) {
            for (String uri : Set.of(
                    "/admin/organizations/" + id,
                    "/admin/organizations/" + id + "/edit",
                    "/admin/organizations/" + id + "/contacts/new",
                    "/admin/organizations/" + id + "/contacts/" + contact + "/edit",
                    "/api/v1/organizations/" + id,
                    "/api/v1/organizations/" + id + "/codes",
                    "/api/v1/organizations/" + id + "/contacts")) {
                assertThat(get(uri, owner())).as(uri).hasStatus(404);
            }
            assertThat(post("/admin/organizations/" + id, owner(), Map.of("name", "x", "version", "1")))
                    .hasStatus(404);
            assertThat(post(
                            "/admin/organizations/" + id + "/contacts",
                            owner(),
                            Map.of("name", "x", "phone", "0912345678", "verifyDays", "365")))
                    .hasStatus(404);
            assertThat(post(
                            "/admin/organizations/" + id + "/contacts/" + contact + "/verify",
                            owner(),
                            Map.of("version", "1")))
                    .hasStatus(404);
        }
        // nor by way of a body of one's own
        assertThat(post(
                        "/admin/organizations/" + own + "/contacts/" + contact + "/remove",
                        owner(),
                        Map.of("version", "1")))
                .hasStatus(404);
        assertThat(jdbc.sql("select count(*) from organization_contacts where id = ? and verified_at is null")
                        .param(contact)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private long contact(String organization) {
        return jdbc.sql("select id from organization_contacts where organization_id = ?")
                .param(organization)
                .query(Long.class)
                .single();
    }

    @Test
    void isFoundWithoutAccentsByWholeAccentsAndByCode() {
        for (String text : Set.of("so dat dai " + mark, "SỞ ĐẤT ĐAI " + mark, own)) {
            assertThat(get("/api/v1/organizations?q={q}", as(Role.ANALYST), text))
                    .as(text)
                    .bodyJson()
                    .extractingPath("$.items[0].id")
                    .isEqualTo(own);
        }
        assertThat(get("/api/v1/organizations?q={q}", as(Role.ANALYST), "sở đạt đai " + mark))
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(0);
    }

    @Test
    void theSeededNamesAreFoundWithoutAccents() {
        assertThat(get("/api/v1/organizations?q={q}", as(Role.ANALYST), "phuong quy nhon dong"))
                .bodyJson()
                .extractingPath("$.items[0].name")
                .isEqualTo("Phường Quy Nhơn Đông");
    }

    @Test
    void phoneAndMailAreMaskedForWhoMayNotSeePersonalData() {
        var contactRole = as(Role.CONTACT, new Scope.Organizations(Set.of(own)));
        for (String uri : Set.of(
                "/admin/organizations/" + own,
                "/admin/organizations/contacts.csv",
                "/api/v1/organizations/" + own + "/contacts")) {
            assertThat(get(uri, contactRole))
                    .as(uri)
                    .hasStatusOk()
                    .bodyText()
                    .contains("•••123")
                    .contains("n•••@example.vn")
                    .doesNotContain("0912")
                    .doesNotContain("nguoi@");
            assertThat(get(uri, owner())).as(uri).bodyText().contains("0912 345 123");
        }
    }

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

    @Test
    void hostileNamesAreHarmlessInPagesAndFiles() {
        post("/admin/organizations/" + child, owner(), Map.of("name", "=cmd|<script>\u202E " + mark, "version", "1"));
        assertThat(get("/admin/organizations/" + child, owner()))
                .bodyText()
                .contains("&lt;script&gt;", "⟨U+202E⟩")
                .doesNotContain("<script>\u202E");
        assertThat(get("/admin/organizations/export.csv", owner())).bodyText().contains(";'=cmd|");
    }

    @Test
    void everyPageIsDrawnInBothLanguages() {
        var administrator = as(Role.ADMINISTRATOR);
        for (String page : Set.of(
                "/admin/organizations",
                "/admin/organizations?q=zzz&kind=ward&state=all&contacts=missing&parent=" + own,
                "/admin/organizations/new",
                "/admin/organizations/" + own,
                "/admin/organizations/" + own + "/edit",
                "/admin/organizations/" + own + "/move",
                "/admin/organizations/" + own + "/dissolve",
                "/admin/organizations/" + own + "/contacts/new",
                "/admin/organizations/" + own + "/contacts/" + contact(own) + "/edit",
                "/admin/organizations/imports")) {
            String english = page + (page.contains("?") ? "&" : "?") + "lang=en";
            assertThat(get(page, administrator))
                    .as(page)
                    .hasStatusOk()
                    .bodyText()
                    .doesNotContain("??");
            assertThat(get(english, administrator)).as(english).hasStatusOk();
        }
        assertThat(get("/admin/organizations?kind=nothing", administrator)).hasStatus(400);
    }
}
