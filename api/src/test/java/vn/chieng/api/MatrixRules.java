package vn.chieng.api;

import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.rules.RuleEditor;
import vn.chieng.api.rules.SampleRules;

/** A rule and an upload of rules for the access matrix; both belong to no organisation. */
final class MatrixRules {
    private final ApplicationContext beans;
    private final UUID own = UUID.randomUUID();
    private final UUID uploaded = UUID.randomUUID();
    private long upload;

    MatrixRules(ApplicationContext beans) {
        this.beans = beans;
    }

    void fill(SignedIn by) {
        beans.getBean(RuleEditor.class).add(SampleRules.rule(own, "Matrix", "login"), by);
        JdbcClient jdbc = beans.getBean(JdbcClient.class);
        upload = jdbc.sql("insert into rule_imports (file_name, state, added, account_name, started_at, touched_at)"
                        + " values ('matrix.yml', 'ready', 1, 'matrix', now(), now()) returning id")
                .query(Long.class)
                .single();
        jdbc.sql(
                        "insert into rule_import_items (import_id, place, verdict, file, rule_id, title, level, missing_source,"
                                + " missing_fields, issues, text) values (?, 0, 'added', 'matrix.yml', ?, 'Matrix', 2, false, '{}', '[]', ?)")
                .param(upload)
                .param(uploaded.toString())
                .param(SampleRules.rule(uploaded, "Matrix", "login"))
                .update();
    }

    String own() {
        return own.toString();
    }

    long upload() {
        return upload;
    }

    String uploaded() {
        return uploaded.toString();
    }
}
