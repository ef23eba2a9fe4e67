package vn.chieng.api;

import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the access matrix finds of the law: a draft of a pack, which belongs to no organisation. */
final class MatrixLaw {
    private MatrixLaw() {}

    static UUID draft(ApplicationContext beans, String run) {
        JdbcClient jdbc = beans.getBean(JdbcClient.class);
        jdbc.sql("""
                        insert into law_drafts (id, pack, base_pack, base_version, version, files, summary, state, editors,
                            author_name, created_at, changed_at)
                        values (gen_random_uuid(), ?, 'ND331-2026', '1.0', '1.0', '{"pack.yml": "schema: 1"}', 'Ma trận',
                            'SUBMITTED', '{}', 'Ma trận', now(), now())
                        on conflict do nothing""").param("MATRIX-" + run).update();
        return jdbc.sql("select id from law_drafts where pack = ?")
                .param("MATRIX-" + run)
                .query(UUID.class)
                .single();
    }
}
