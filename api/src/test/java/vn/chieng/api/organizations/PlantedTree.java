package vn.chieng.api.organizations;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.chieng.api.ApiServers;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.Scope;

/** A small tree of its own: a department with a unit, a sibling department, and a unit of that one. */
abstract class PlantedTree extends ApiServers {
    static final String ROOT = "org-tinh-gia-lai";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    OrganizationDirectory directory;

    @Autowired
    MemoryDirectory memory;

    final String mark = UUID.randomUUID().toString().substring(0, 8);
    final String own = "org-own-" + mark;
    final String child = "org-child-" + mark;
    final String sibling = "org-sibling-" + mark;
    final String other = "org-other-" + mark;

    @BeforeEach
    final void plantTheTree() {
        plant(own, ROOT, "Sở Đất Đai " + mark);
        plant(child, own, "Chi cục Đo Đạc " + mark);
        plant(sibling, ROOT, "Sở Láng Giềng " + mark);
        plant(other, sibling, "Trung tâm Xa Lạ " + mark);
        changed();
    }

    void plant(String id, String parent, String name) {
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
    final void fellTheTree() {
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

    void changed() {
        jdbc.sql("update organization_changes set version = version + 1").update();
        memory.changed();
    }

    RequestPostProcessor owner() {
        return as(Role.OWNER, new Scope.Organizations(Set.of(own, child)));
    }

    MvcTestResult get(String uri, RequestPostProcessor caller, Object... variables) {
        return mvc.get().uri(uri, variables).secure(true).with(caller).exchange();
    }

    MvcTestResult post(String uri, RequestPostProcessor caller, Map<String, String> form) {
        var request = mvc.post().uri(uri).secure(true).with(caller).with(csrf());
        form.forEach(request::param);
        return request.exchange();
    }

    long contact(String organization) {
        return jdbc.sql("select id from organization_contacts where organization_id = ?")
                .param(organization)
                .query(Long.class)
                .single();
    }
}
