package vn.chieng.api.notifications.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.notifications.NoticeKind;
import vn.chieng.api.notifications.NoticeStore;
import vn.chieng.api.notifications.StoredNotice;

@Component
final class PostgresNoticeStore implements NoticeStore {
    /** The newest that are counted and listed; nobody reads further back. */
    private static final int MOST = 1_000;

    private final JdbcClient jdbc;

    PostgresNoticeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<StoredNotice> unspread(int limit) {
        return jdbc.sql("select " + Rows.NOTICE
                        + " from notices n where n.spread_at is null order by n.id limit ? for update skip locked")
                .param(limit)
                .query((row, _) -> Rows.notice(row))
                .list();
    }

    @Override
    public void tell(long noticeId, Collection<Long> accountIds) {
        jdbc.sql("insert into notice_readers (account_id, notice_id) select unnest(?::bigint[]), ?"
                        + " on conflict do nothing")
                .param(accountIds.toArray(Long[]::new))
                .param(noticeId)
                .update();
    }

    @Override
    public void spread(long noticeId, Instant at) {
        jdbc.sql("update notices set spread_at = ? where id = ?")
                .param(Rows.at(at))
                .param(noticeId)
                .update();
    }

    /** What the role acted in may know: its kinds, its organisations. */
    private static String visible(SignedIn caller) {
        return " r.account_id = :account and n.kind = any (:kinds) and (cardinality(n.organization_ids) = 0 or "
                + caller.scope().overlaps("n.organization_ids") + ")";
    }

    private JdbcClient.StatementSpec asked(String sql, SignedIn caller) {
        return jdbc.sql(sql)
                .param("account", caller.accountId())
                .param("scope", caller.scope().parameter())
                .param(
                        "kinds",
                        Arrays.stream(NoticeKind.values())
                                .filter(kind -> caller.may(kind.needed()))
                                .map(Enum::name)
                                .toArray(String[]::new));
    }

    @Override
    public List<Told> list(SignedIn caller, boolean unreadOnly, int offset, int limit) {
        return asked(
                        "select " + Rows.NOTICE
                                + ", r.read_at from notice_readers r join notices n on n.id = r.notice_id"
                                + " where" + visible(caller) + (unreadOnly ? " and r.read_at is null" : "")
                                + " order by r.notice_id desc offset :offset limit :limit",
                        caller)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, _) -> new Told(Rows.notice(row), Rows.instant(row, "read_at")))
                .list();
    }

    @Override
    public long count(SignedIn caller, boolean unreadOnly) {
        return asked(
                        "select count(*) from (select from notice_readers r join notices n on n.id = r.notice_id"
                                + " where" + visible(caller) + (unreadOnly ? " and r.read_at is null" : "") + " limit "
                                + MOST + ") counted",
                        caller)
                .query(Long.class)
                .single();
    }

    @Override
    public Optional<StoredNotice> read(long id, SignedIn caller, Instant now) {
        Optional<StoredNotice> told = asked(
                        "select " + Rows.NOTICE + " from notice_readers r join notices n on n.id = r.notice_id where"
                                + visible(caller) + " and n.id = :id",
                        caller)
                .param("id", id)
                .query((row, _) -> Rows.notice(row))
                .optional();
        told.ifPresent(_ -> jdbc.sql("update notice_readers set read_at = ? where account_id = ? and notice_id = ?"
                        + " and read_at is null")
                .param(Rows.at(now))
                .param(caller.accountId())
                .param(id)
                .update());
        return told;
    }

    @Override
    public int readAll(SignedIn caller, Instant now) {
        return asked(
                        "update notice_readers u set read_at = :now where u.account_id = :account and u.read_at is null"
                                + " and u.notice_id in (select n.id from notice_readers r join notices n"
                                + " on n.id = r.notice_id where r.read_at is null and" + visible(caller) + ")",
                        caller)
                .param("now", Rows.at(now))
                .update();
    }

    @Override
    public Map<Long, Long> marks(Set<Long> accountIds) {
        Map<Long, Long> marks = new HashMap<>();
        jdbc.sql("select account_id, count(*) * 1000003 + max(notice_id) mark from notice_readers"
                        + " where account_id = any (?) and read_at is null group by account_id")
                .param(accountIds.toArray(Long[]::new))
                .query(row -> {
                    marks.put(row.getLong("account_id"), row.getLong("mark"));
                });
        return marks;
    }
}
