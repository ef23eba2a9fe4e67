package vn.chieng.api.notifications.store;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.chieng.api.notifications.Notice;
import vn.chieng.api.notifications.NoticeText;
import vn.chieng.api.notifications.Notices;

@Component
final class PostgresNotices implements Notices {
    private final JdbcClient jdbc;
    private final Clock clock;

    PostgresNotices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void send(Notice notice) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a notice is part of the change it tells of");
        }
        NoticeText detail = notice.detail();
        jdbc.sql("""
                        insert into notices (key, kind, subject_vi, subject_en, detail_vi, detail_en, path,
                            organization_ids, named_ids, caused_by, drill, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (key) do nothing""")
                .param(notice.key())
                .param(notice.kind().name())
                .param(notice.subject().vi())
                .param(notice.subject().en())
                .param(detail == null ? null : detail.vi())
                .param(detail == null ? null : detail.en())
                .param(notice.path())
                .param(new TreeSet<>(notice.organizationIds()).toArray(String[]::new))
                .param(new TreeSet<>(notice.accountIds()).toArray(Long[]::new))
                .param(notice.causedBy())
                .param(notice.drill())
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
