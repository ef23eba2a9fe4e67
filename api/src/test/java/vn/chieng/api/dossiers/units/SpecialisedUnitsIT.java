package vn.chieng.api.dossiers.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.chieng.api.ApiServers;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;

/** Which unit appraises for which body: assigned on a page, inherited downwards, and known to dossiers that are opened afterwards. */
class SpecialisedUnitsIT extends ApiServers {
    private static final String BODY = "org-so-khcn";
    private static final String BELOW = "org-tt-cds";
    private static final String UNIT = "org-so-khcn";
    private static final SignedIn OWNER = caller(Role.OWNER, new Scope.Organizations(Set.of(BODY, BELOW)));

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SpecialisedUnits units;

    @Autowired
    private UnitStore store;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void forget() {
        jdbc.sql("delete from specialised_units").update();
    }

    @Test
    void anAssignmentHoldsForTheBodyAndForThoseBelowIt() {
        assertThat(units.of(BELOW).unitId()).isEqualTo("org-cong-an");
        assertThat(units.of(BELOW).by()).isNull();

        assertThat(assign(BODY, UNIT, "QĐ 12/QĐ-UBND ngày 01/10/2026").getStatus())
                .isEqualTo(303);

        assertThat(units.of(BELOW).unitId()).isEqualTo(UNIT);
        assertThat(units.of("org-so-tai-chinh").unitId()).isEqualTo("org-cong-an");
        assertThat(text(get("/dossiers/units"))).contains("QĐ 12/QĐ-UBND");
        assertThat(jdbc.sql("select count(*) from audit_entries where action = 'specialised.unit-assigned'")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void oneOfItsOwnGoesBeforeThatOfTheBodyAbove() {
        assign(BODY, UNIT, "QĐ 12");
        assign(BELOW, "org-cong-an", "QĐ 13");
        assertThat(units.of(BELOW).unitId()).isEqualTo("org-cong-an");
        assertThat(units.of(BODY).unitId()).isEqualTo(UNIT);

        UnitAssignment kept = store.find(BELOW).orElseThrow();
        assertThat(remove(BELOW, kept.version() + 1).getStatus()).isEqualTo(409);
        assertThat(remove(BELOW, kept.version()).getStatus()).isEqualTo(303);
        assertThat(units.of(BELOW).unitId()).isEqualTo(UNIT);
    }

    @Test
    void aBodyOutsideTheScopeAndAnAssignmentWithoutPaperAreRefused() {
        assertThat(assign("org-so-tai-chinh", UNIT, "QĐ 12").getStatus()).isEqualTo(422);
        assertThat(assign(BODY, UNIT, "").getStatus()).isEqualTo(422);
        assertThat(assign(BODY, "org-so-tai-chinh", "QĐ 12").getStatus()).isEqualTo(422);
        assertThat(store.all()).isEmpty();
    }

    private MockHttpServletResponse assign(String body, String unit, String paper) {
        return post("/dossiers/units", Map.of("organization", body, "unit", unit, "paper", paper));
    }

    private MockHttpServletResponse remove(String body, int version) {
        return post("/dossiers/units/remove", Map.of("organization", body, "version", String.valueOf(version)));
    }

    private MockHttpServletResponse post(String address, Map<String, String> form) {
        var request = mvc.post().uri(address).secure(true).with(as(OWNER)).with(csrf());
        form.forEach(request::param);
        return request.exchange().getResponse();
    }

    private MockHttpServletResponse get(String address) {
        return mvc.get().uri(address).secure(true).with(as(OWNER)).exchange().getResponse();
    }

    private static String text(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
