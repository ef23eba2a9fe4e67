package vn.chieng.api.identity.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chieng.api.identity.JobLock;

@Component
final class PostgresJobLock implements JobLock {
    private final JdbcClient jdbc;

    PostgresJobLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean mine(String job) {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(?, 0))")
                .param("chieng.job." + job)
                .query(Boolean.class)
                .single();
    }
}
