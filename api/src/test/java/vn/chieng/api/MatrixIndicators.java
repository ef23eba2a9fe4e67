package vn.chieng.api;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An indicator and an import of indicators; both are of the whole province. */
final class MatrixIndicators {
    private MatrixIndicators() {}

    static long indicator(ApplicationContext beans) {
        return beans.getBean(JdbcClient.class)
                .sql(
                        "insert into indicators (type, value, source, confidence, level, description, changed_at, changed_by,"
                                + " search_text) values ('domain', 'matrix.example', 's', 1, 'low', '', now(), 'm', 'm')"
                                + " on conflict (type, value) do update set source = 's' returning id")
                .query(Long.class)
                .single();
    }

    static long upload(ApplicationContext beans) {
        return beans.getBean(JdbcClient.class)
                .sql("insert into indicator_imports (file_name, state, account_name, started_at, touched_at)"
                        + " values ('m.csv', 'ready', 'm', now(), now()) returning id")
                .query(Long.class)
                .single();
    }
}
