package vn.chieng.api.audit;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chieng.api.SetClock;
import vn.chieng.api.audit.chain.ChainStore;
import vn.chieng.api.audit.chain.TransactionTrail;
import vn.chieng.api.audit.log.AuditFile;
import vn.chieng.api.audit.proof.AnchorStore;
import vn.chieng.api.audit.proof.AuditSettings;
import vn.chieng.api.audit.proof.ChainVerification;
import vn.chieng.api.audit.proof.DayAnchors;
import vn.chieng.api.audit.proof.SigningKey;
import vn.chieng.api.audit.store.AuditStores;
import vn.chieng.api.home.HomeFolder;
import vn.chieng.testbed.Database;
import vn.chieng.testbed.Testbed;

/** A log of its own in a database of its own, whose clock can be set: no other test sees what is done to it. */
public final class AuditDatabase implements AutoCloseable {
    private static final Database SERVER = Testbed.shared().database();
    private static final String MIGRATED = unused();
    private static boolean made;

    private final String name = unused();
    private final HikariDataSource source;
    public final JdbcClient jdbc;
    public final TransactionTemplate transactions;
    public final ChainStore chain;
    public final AnchorStore anchors;
    public final SigningKey key;
    public final AuditTrail trail;
    public final SetClock clock = SetClock.at("2026-11-20T03:00:00Z");

    public AuditDatabase(Path home) throws Exception {
        run("create database " + name + " template " + migrated());
        var config = new HikariConfig();
        config.setJdbcUrl(url(name));
        config.setUsername(SERVER.user());
        config.setPassword(SERVER.password());
        config.setMaximumPoolSize(12);
        source = new HikariDataSource(config);
        jdbc = JdbcClient.create(source);
        transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
        chain = AuditStores.chain(new JdbcTemplate(source));
        anchors = AuditStores.anchors(jdbc);
        key = new SigningKey(HomeFolder.at(home));
        trail = new TransactionTrail(chain, clock);
    }

    /** A database is migrated once and copied for each test. */
    private static synchronized String migrated() throws SQLException {
        if (!made) {
            run("create database " + MIGRATED);
            Flyway.configure()
                    .dataSource(url(MIGRATED), SERVER.user(), SERVER.password())
                    .load()
                    .migrate();
            made = true;
        }
        return MIGRATED;
    }

    private static String unused() {
        return "audit_" + UUID.randomUUID().toString().replace("-", "");
    }

    private static String url(String name) {
        return SERVER.url().replaceFirst("/[^/?]+(\\?|$)", "/" + name + "$1");
    }

    private static void run(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(SERVER.url(), SERVER.user(), SERVER.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public DayAnchors dayAnchors(AuditSettings settings) {
        return new DayAnchors(chain, anchors, key, settings, transactions, clock, new SimpleMeterRegistry());
    }

    public AuditFile file() {
        return new AuditFile(chain, anchors, key, clock);
    }

    public ChainVerification verification() {
        return new ChainVerification(chain, anchors);
    }

    /** Writes so many entries, each in a transaction of its own. */
    public void write(int entries) {
        for (int i = 0; i < entries; i++) {
            String id = "mau-" + i;
            transactions.executeWithoutResult(_ -> trail.record(null, sample(id)));
        }
    }

    public static AuditRecord sample(String id) {
        Map<String, @Nullable Object> before = Map.of("name", "Sở Y tế", "list", List.of(1, "hai", true));
        return AuditRecord.of(SampleAction.CHANGED, "sample", id, "Đơn vị \"" + id + "\"", Set.of("org-tinh-gia-lai"))
                .changed(before, Map.of("name", "Sở Y tế mới", "list", List.of()))
                .because("thử");
    }

    /** Does what nobody may: the triggers are off meanwhile. */
    public void tamper(String sql) {
        transactions.executeWithoutResult(_ -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql(sql).update();
        });
    }

    @Override
    public void close() throws SQLException {
        source.close();
        run("drop database " + name + " with (force)");
    }
}
