package vn.chieng.api.signin.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chieng.api.signin.oidc.LinkStore;

@Component
final class PostgresLinks implements LinkStore {
    private final JdbcClient jdbc;

    PostgresLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Long> find(String issuer, String subject) {
        return jdbc.sql("select account_id from provider_links where issuer = ? and subject = ?")
                .param(issuer)
                .param(subject)
                .query(Long.class)
                .optional();
    }

    @Override
    public boolean add(String issuer, String subject, long accountId, Instant now) {
        return jdbc.sql("""
                        insert into provider_links (issuer, subject, account_id, linked_at) values (?, ?, ?, ?)
                        on conflict do nothing""")
                        .param(issuer)
                        .param(subject)
                        .param(accountId)
                        .param(now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
