package vn.chieng.api.organizations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.Scope;

class OrganizationPagesIT extends PlantedTree {
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
    void fieldsOfTheQueryAndItsMistakesAreThoseOfEveryList() {
        for (String query : Set.of(
                "id:" + own,
                "name:\"so dat dai " + mark + "\" contacts:>=0",
                "id:" + own + " organization:" + own + " NOT kind:ward",
                "id:" + own + " outside:no overdue:[0 TO 99]")) {
            assertThat(get("/api/v1/organizations?q={q}", as(Role.ANALYST), query))
                    .as(query)
                    .bodyJson()
                    .extractingPath("$.items[0].id")
                    .isEqualTo(own);
        }
        assertThat(get("/api/v1/organizations?q={q}", as(Role.ANALYST), "id:" + own + " kind:ward"))
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(0);
        assertThat(get("/api/v1/organizations?q={q}", as(Role.ANALYST), "contacts:many"))
                .hasStatus(400);
        assertThat(get("/admin/organizations?q={q}", as(Role.ANALYST), "contacts:many"))
                .hasStatus(200)
                .bodyText()
                .contains("id=\"q-problem\"");
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
