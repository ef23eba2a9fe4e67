package vn.chieng.api.rules.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.rules.MissingInput;
import vn.chieng.api.rules.Rule;
import vn.chieng.api.rules.RuleChange;
import vn.chieng.api.rules.RuleKind;
import vn.chieng.api.rules.RuleTotals;
import vn.chieng.api.rules.RuleVersion;
import vn.chieng.api.rules.SeenInput;
import vn.chieng.event.Level;
import vn.chieng.sigma.rule.LogSource;

/** Between rows and records. */
final class Rows {
    private Rows() {}

    static Rule rule(ResultSet row, int number) throws SQLException {
        return new Rule(
                row.getString("id"),
                RuleKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("origin"),
                row.getString("title"),
                row.getString("title_vi"),
                row.getString("author"),
                LevelRanks.at(row.getInt("level")),
                level(row, "override"),
                row.getString("override_reason"),
                row.getString("status"),
                new LogSource(row.getString("category"), row.getString("product"), row.getString("service")),
                texts(row, "tags"),
                row.getString("text_hash"),
                row.getBoolean("enabled"),
                new MissingInput(row.getBoolean("missing_source"), texts(row, "missing_fields")),
                row.getInt("filters"),
                row.getInt("version"),
                at(row, "changed_at"));
    }

    static RuleTotals totals(ResultSet row, int number) throws SQLException {
        return new RuleTotals(
                row.getLong("events"),
                row.getLong("candidates"),
                row.getLong("matches"),
                row.getLong("nanoseconds"),
                row.getLong("failures"),
                atOrNull(row, "last_match"),
                atOrNull(row, "at"));
    }

    static SeenInput seen(ResultSet row, int number) throws SQLException {
        String state = row.getString("seen");
        return new SeenInput(
                state == null ? SeenInput.State.UNKNOWN : SeenInput.State.valueOf(state.toUpperCase(Locale.ROOT)),
                atOrNull(row, "seen_at"),
                texts(row, "unseen_fields"),
                atOrNull(row, "since"));
    }

    static RuleVersion version(ResultSet row, int number) throws SQLException {
        return new RuleVersion(
                row.getString("rule_id"),
                row.getInt("version"),
                RuleChange.valueOf(
                        row.getString("change").toUpperCase(Locale.ROOT).replace('-', '_')),
                row.getString("text_hash"),
                row.getBoolean("enabled"),
                level(row, "override"),
                row.getString("tuning"),
                row.getString("origin"),
                row.getString("account_name"),
                at(row, "at"),
                row.getString("reason"));
    }

    static @Nullable Level level(ResultSet row, String column) throws SQLException {
        int place = row.getInt(column);
        return row.wasNull() ? null : LevelRanks.at(place);
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant atOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
