package vn.chieng.api.notifications.store;

import java.time.LocalTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Role;
import vn.chieng.api.notifications.ChoiceStore;
import vn.chieng.api.notifications.Digest;
import vn.chieng.api.notifications.NoticeKind;
import vn.chieng.api.notifications.NoticePreferences;
import vn.chieng.api.notifications.NoticeRules;
import vn.chieng.api.notifications.NoticeRules.Cell;
import vn.chieng.api.notifications.NoticeRules.Channels;

@Component
final class PostgresChoices implements ChoiceStore {
    private final JdbcClient jdbc;

    PostgresChoices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public NoticeRules rules() {
        Map<Cell, Channels> cells = new HashMap<>();
        jdbc.sql("select * from notice_rules").query(row -> {
            cells.put(
                    new Cell(NoticeKind.valueOf(row.getString("kind")), Role.valueOf(row.getString("role"))),
                    new Channels(row.getBoolean("console"), row.getBoolean("mail")));
        });
        return new NoticeRules(
                cells,
                jdbc.sql("select version from notice_rules_version")
                        .query(Integer.class)
                        .single());
    }

    @Override
    public boolean change(NoticeRules rules) {
        if (jdbc.sql("update notice_rules_version set version = version + 1 where version = ?")
                        .param(rules.version())
                        .update()
                == 0) {
            return false;
        }
        jdbc.sql("delete from notice_rules").update();
        rules.cells()
                .forEach((cell, channels) -> jdbc.sql(
                                "insert into notice_rules (kind, role, console, mail) values (?, ?, ?, ?)")
                        .param(cell.kind().name())
                        .param(cell.role().name())
                        .param(channels.console())
                        .param(channels.mail())
                        .update());
        return true;
    }

    @Override
    public Map<Long, NoticePreferences> preferences(Collection<Long> accountIds) {
        Map<Long, NoticePreferences> preferences = new HashMap<>();
        jdbc.sql("select * from notice_preferences where account_id = any (?)")
                .param(accountIds.toArray(Long[]::new))
                .query(row -> {
                    preferences.put(
                            row.getLong("account_id"),
                            new NoticePreferences(
                                    Rows.kinds(row.getArray("mail_off")),
                                    row.getObject("quiet_from", LocalTime.class),
                                    row.getObject("quiet_to", LocalTime.class),
                                    Digest.valueOf(row.getString("digest"))));
                });
        return preferences;
    }

    @Override
    public void keep(long accountId, NoticePreferences preferences) {
        jdbc.sql("""
                        insert into notice_preferences (account_id, mail_off, quiet_from, quiet_to, digest)
                        values (?, ?, ?, ?, ?)
                        on conflict (account_id) do update set mail_off = excluded.mail_off,
                            quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to, digest = excluded.digest""")
                .param(accountId)
                .param(Rows.names(preferences.mailOff()))
                .param(preferences.quietFrom())
                .param(preferences.quietTo())
                .param(preferences.digest().name())
                .update();
    }
}
