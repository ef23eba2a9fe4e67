package vn.chieng.api.audit.store;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.chieng.api.audit.chain.ChainStore;
import vn.chieng.api.audit.log.AuditSearch;
import vn.chieng.api.audit.proof.AnchorStore;

/** The stores over a database of a test. */
public final class AuditStores {
    private AuditStores() {}

    public static ChainStore chain(JdbcTemplate template) {
        return new PostgresChain(template, new SimpleMeterRegistry());
    }

    public static AnchorStore anchors(JdbcClient jdbc) {
        return new PostgresAnchors(jdbc);
    }

    public static AuditSearch search(JdbcClient jdbc) {
        return new PostgresAuditEntries(jdbc);
    }
}
