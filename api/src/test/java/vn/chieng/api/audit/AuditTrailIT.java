package vn.chieng.api.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chieng.api.ApiServers;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.Scope;
import vn.chieng.api.audit.chain.EntryLine;

class AuditTrailIT extends ApiServers {
    private final String id = UUID.randomUUID().toString();

    @Autowired
    private AuditTrail trail;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager manager;

    @Autowired
    private TransactionTemplate transactions;

    @Test
    void theEntryAndTheChangeCommitTogether() {
        change(false, null);
        assertThat(entries()).isEqualTo(1);
        assertThat(changes()).isEqualTo(1);
        String line = jdbc.sql("select line from audit_entries where object_id = ?")
                .param(id)
                .query(String.class)
                .single();
        AuditEntry entry = EntryLine.read(line);
        assertThat(entry.actor().displayName()).isEqualTo("Người Thử");
        assertThat(entry.actor().role()).isEqualTo("ADMINISTRATOR");
        assertThat(entry.changes()).containsExactly(new AuditEntry.Change("name", "cũ", "mới"));
        assertThat(entry.reason()).isEqualTo("đổi tên");
        assertThat(entry.address()).isEqualTo("127.0.0.1");
    }

    @Test
    void aTransactionThatIsRolledBackLeavesNeither() {
        assertThatThrownBy(() -> change(true, null)).isInstanceOf(IllegalArgumentException.class);
        assertThat(entries()).isZero();
        assertThat(changes()).isZero();
    }

    @Test
    void aChangeWhoseEntryCannotBeWrittenIsNotMade() {
        var unwritable = new AuditAction() {
            @Override
            public String code() {
                return "sample.\0"; // no column takes it
            }
        };
        assertThatThrownBy(() -> change(false, unwritable)).isNotNull();
        assertThat(entries()).isZero();
        assertThat(changes()).isZero();
    }

    @Test
    void anEntryOutsideATransactionIsRefused() {
        assertThatThrownBy(() -> trail.record(null, sample())).isInstanceOf(IllegalStateException.class);
        var reading = new TransactionTemplate(manager);
        reading.setReadOnly(true);
        assertThatThrownBy(() -> reading.executeWithoutResult(_ -> trail.record(null, sample())))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatASavepointTakesBackIsNotTold() {
        var nested = new TransactionTemplate(manager);
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        transactions.executeWithoutResult(_ -> {
            trail.record(null, sample());
            nested.executeWithoutResult(status -> {
                trail.record(null, sample());
                status.setRollbackOnly();
            });
        });
        assertThat(entries()).isEqualTo(1);
    }

    @Test
    void anInnerTransactionOfItsOwnTellsItsOwn() {
        var inner = new TransactionTemplate(manager);
        inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transactions.executeWithoutResult(status -> {
            trail.record(null, sample());
            inner.executeWithoutResult(_ -> trail.record(null, sample()));
            status.setRollbackOnly();
        });
        assertThat(entries()).isEqualTo(1);
    }

    @Test
    void whatIsRecordedJustBeforeTheCommitCountsAndWhatComesAfterItIsRefused() {
        assertThatThrownBy(() -> transactions.executeWithoutResult(_ -> {
                    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                        @Override
                        public void beforeCommit(boolean readOnly) {
                            trail.record(null, sample());
                        }

                        @Override
                        public void afterCommit() {
                            trail.record(null, sample());
                        }
                    });
                    trail.record(null, sample());
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(entries()).isEqualTo(2);
    }

    @Test
    void theTablesRefuseEveryChange() {
        change(false, null);
        for (String table : java.util.List.of("audit_entries", "audit_anchors", "audit_keys")) {
            refused("update " + table + " set " + (table.equals("audit_keys") ? "made_at = now()" : "line = 'x'"));
            refused("delete from " + table);
            refused("truncate " + table + " cascade");
        }
        refused("delete from audit_chain");
        refused("truncate audit_chain");
        refused("update audit_chain set last_number = last_number - 1");
    }

    private void refused(String sql) {
        assertThatThrownBy(() -> jdbc.sql(sql).update())
                .as(sql)
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("refuses");
    }

    private void change(boolean fails, @Nullable AuditAction action) {
        transactions.executeWithoutResult(_ -> {
            jdbc.sql("insert into incident_numbers (year, last) values (?, 1)")
                    .param(year())
                    .update();
            var record = action == null ? sample() : AuditRecord.of(action, "sample", id, null, Set.of());
            trail.record(caller(Role.ADMINISTRATOR, new Scope.Everything()), record);
            if (fails) {
                throw new IllegalArgumentException("no");
            }
        });
    }

    private AuditRecord sample() {
        return AuditRecord.of(SampleAction.CHANGED, "sample", id, "Mẫu", Set.of("org-tinh-gia-lai"))
                .changed(Map.of("name", "cũ"), Map.of("name", "mới"))
                .because("đổi tên");
    }

    private int year() {
        return 100_000 + (id.hashCode() & 0xFFFFFF);
    }

    private long entries() {
        return count("select count(*) from audit_entries where object_id = ?", id);
    }

    private long changes() {
        return count("select count(*) from incident_numbers where year = ?", year());
    }

    private long count(String sql, Object value) {
        return jdbc.sql(sql).param(value).query(Long.class).single();
    }
}
