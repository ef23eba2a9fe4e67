package vn.chieng.api;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A webhook and a delivery that was given up, for the access matrix. */
final class MatrixNotices {
    private final JdbcClient jdbc;
    private final String run;

    MatrixNotices(ApplicationContext beans, String run) {
        jdbc = beans.getBean(JdbcClient.class);
        this.run = "matrix-" + run;
    }

    long webhook() {
        jdbc.sql("insert into webhooks (name, url, secret, kinds, drills, enabled, created_at)"
                        + " values (?, 'https://example.vn', '', '{}', false, false, now()) on conflict do nothing")
                .param(run)
                .update();
        return jdbc.sql("select id from webhooks where name = ?")
                .param(run)
                .query(Long.class)
                .single();
    }

    long delivery() {
        jdbc.sql("insert into notices (key, kind, subject_vi, subject_en, path, organization_ids, drill, created_at,"
                        + " spread_at) values (?, 'SILENT_FAILURE', 'x', 'x', '/', '{org-tinh-gia-lai}', false, now(), now())"
                        + " on conflict do nothing")
                .param(run)
                .update();
        jdbc.sql("insert into deliveries (notice_id, channel, webhook_id, state, due_at, created_at)"
                        + " select id, 'WEBHOOK', ?, 'DEAD', now(), now() from notices where key = ?"
                        + " on conflict do nothing")
                .param(webhook())
                .param(run)
                .update();
        return jdbc.sql("select d.id from deliveries d join notices n on n.id = d.notice_id where n.key = ?")
                .param(run)
                .query(Long.class)
                .single();
    }
}
