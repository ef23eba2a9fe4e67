package vn.chieng.api.systems.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.api.systems.SystemAnswers;
import vn.chieng.api.systems.cards.CardForm;
import vn.chieng.api.systems.drafts.DraftStore;
import vn.chieng.api.systems.drafts.SystemDraft;

@Component
final class PostgresDrafts implements DraftStore {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    private record Content(CardForm card, SystemAnswers answers) {}

    PostgresDrafts(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public void add(SystemDraft draft) {
        jdbc.sql("insert into system_drafts (id, account_id, content, begun_at, touched_at)"
                        + " values (?, ?, ?::jsonb, ?, ?)")
                .param(draft.id())
                .param(draft.accountId())
                .param(content(draft))
                .param(SystemRows.at(draft.begunAt()))
                .param(SystemRows.at(draft.touchedAt()))
                .update();
        jdbc.sql("""
                        delete from system_drafts where account_id = :account and id not in (
                            select id from system_drafts where account_id = :account order by touched_at desc limit :most)""").param("account", draft.accountId()).param("most", MOST).update();
    }

    private String content(SystemDraft draft) {
        return json.writeValueAsString(new Content(draft.card(), draft.answers()));
    }

    @Override
    public Optional<SystemDraft> find(UUID id, long accountId) {
        return jdbc.sql("select * from system_drafts where id = ? and account_id = ?")
                .param(id)
                .param(accountId)
                .query(this::draft)
                .optional();
    }

    @Override
    public List<SystemDraft> of(long accountId) {
        return jdbc.sql("select * from system_drafts where account_id = ? order by touched_at desc")
                .param(accountId)
                .query(this::draft)
                .list();
    }

    private SystemDraft draft(ResultSet row, int number) throws SQLException {
        Content content = json.readValue(row.getString("content"), Content.class);
        return new SystemDraft(
                row.getObject("id", UUID.class),
                row.getLong("account_id"),
                content.card(),
                content.answers(),
                SystemRows.instant(row, "begun_at"),
                SystemRows.instant(row, "touched_at"));
    }

    @Override
    public void change(SystemDraft draft, Instant at) {
        jdbc.sql("update system_drafts set content = ?::jsonb, touched_at = ?, version = version + 1"
                        + " where id = ? and account_id = ?")
                .param(content(draft))
                .param(SystemRows.at(at))
                .param(draft.id())
                .param(draft.accountId())
                .update();
    }

    @Override
    public void remove(UUID id, long accountId) {
        jdbc.sql("delete from system_drafts where id = ? and account_id = ?")
                .param(id)
                .param(accountId)
                .update();
    }
}
