package vn.chieng.api.rules.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.chieng.api.rules.Rule;
import vn.chieng.api.rules.RuleWrite;
import vn.chieng.api.vietnamese.SearchText;
import vn.chieng.event.Level;

/** Writes rules and their versions, many at once. */
@Component
final class RuleWriter {
    private static final int BATCH = 500;
    private static final String COLUMNS = """
            kind = ?, origin = ?, title = ?, title_vi = ?, author = ?, level = ?, override = ?, override_reason = ?,
            status = ?, category = ?, product = ?, service = ?, tags = ?, text_hash = ?, enabled = ?, missing_source = ?,
            missing_fields = ?, filters = ?, version = ?, changed_at = ?, search_text = ?""";

    private final JdbcTemplate batches;

    RuleWriter(JdbcTemplate batches) {
        this.batches = batches;
    }

    void add(List<RuleWrite> added) {
        texts(added);
        batches.batchUpdate("""
                insert into rules (kind, origin, title, title_vi, author, level, override, override_reason, status,
                    category, product, service, tags, text_hash, enabled, missing_source, missing_fields, filters, version,
                    changed_at, search_text, id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", added, BATCH, (row, write) -> fill(row, write.rule()));
        versions(added);
    }

    void change(List<RuleWrite> changed) {
        texts(changed);
        batches.batchUpdate(
                "update rules set " + COLUMNS + " where id = ?",
                changed,
                BATCH,
                (row, write) -> fill(row, write.rule()));
        versions(changed);
    }

    private void texts(List<RuleWrite> writes) {
        batches.batchUpdate(
                "insert into rule_texts (hash, text) values (?, ?) on conflict do nothing",
                writes.stream().filter(write -> write.text() != null).toList(),
                BATCH,
                (row, write) -> {
                    row.setString(1, write.rule().textHash());
                    row.setString(2, write.text());
                });
    }

    private void versions(List<RuleWrite> writes) {
        batches.batchUpdate("""
                insert into rule_versions (rule_id, version, change, text_hash, enabled, override, tuning, origin,
                    account_name, at, reason)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", writes, BATCH, (row, write) -> {
            Rule rule = write.rule();
            row.setString(1, rule.id());
            row.setInt(2, rule.version());
            row.setString(3, write.change().code());
            row.setString(4, rule.textHash());
            row.setBoolean(5, rule.enabled());
            level(row, 6, rule.override());
            row.setString(7, write.tuning());
            row.setString(8, rule.origin());
            row.setString(9, write.accountName());
            row.setObject(10, Rows.at(rule.changedAt()));
            row.setString(11, write.reason());
        });
    }

    private static void fill(PreparedStatement row, Rule rule) throws SQLException {
        row.setString(1, rule.kind().code());
        row.setString(2, rule.origin());
        row.setString(3, rule.title());
        row.setString(4, rule.titleVi());
        row.setString(5, rule.author());
        row.setInt(6, LevelRanks.of(rule.level()));
        level(row, 7, rule.override());
        row.setString(8, rule.overrideReason());
        row.setString(9, rule.status());
        row.setString(10, rule.logSource().category());
        row.setString(11, rule.logSource().product());
        row.setString(12, rule.logSource().service());
        row.setArray(13, row.getConnection().createArrayOf("text", rule.tags().toArray()));
        row.setString(14, rule.textHash());
        row.setBoolean(15, rule.enabled());
        row.setBoolean(16, rule.missing().logSource());
        row.setArray(
                17,
                row.getConnection()
                        .createArrayOf("text", rule.missing().fields().toArray()));
        row.setInt(18, rule.filters());
        row.setInt(19, rule.version());
        row.setObject(20, Rows.at(rule.changedAt()));
        row.setString(21, searchText(rule));
        row.setString(22, rule.id());
    }

    private static String searchText(Rule rule) {
        return SearchText.kept(String.join(
                "\n", rule.title(), rule.titleVi(), rule.id(), rule.author(), String.join(" ", rule.tags())));
    }

    private static void level(PreparedStatement row, int place, @Nullable Level level) throws SQLException {
        if (level == null) {
            row.setNull(place, Types.SMALLINT);
        } else {
            row.setInt(place, LevelRanks.of(level));
        }
    }
}
