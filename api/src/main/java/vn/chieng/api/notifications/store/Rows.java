package vn.chieng.api.notifications.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.notifications.Notice;
import vn.chieng.api.notifications.NoticeKind;
import vn.chieng.api.notifications.NoticeText;
import vn.chieng.api.notifications.StoredNotice;

/** Reads what several tables share. */
final class Rows {
    /** The columns of a notice, named {@code n}. */
    static final String NOTICE = "n.id notice_id, n.key, n.kind, n.subject_vi, n.subject_en, n.detail_vi, n.detail_en,"
            + " n.path, n.organization_ids, n.named_ids, n.caused_by, n.drill, n.created_at notice_at";

    private Rows() {}

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static Instant present(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static StoredNotice notice(ResultSet row) throws SQLException {
        String detail = row.getString("detail_vi");
        return new StoredNotice(
                row.getLong("notice_id"),
                new Notice(
                        NoticeKind.valueOf(row.getString("kind")),
                        row.getString("key"),
                        new NoticeText(row.getString("subject_vi"), row.getString("subject_en")),
                        detail == null ? null : new NoticeText(detail, row.getString("detail_en")),
                        row.getString("path"),
                        Set.copyOf(texts(row.getArray("organization_ids"))),
                        ids(row.getArray("named_ids")),
                        row.getBoolean("drill"),
                        row.getObject("caused_by", Long.class)),
                present(row, "notice_at"));
    }

    static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }

    static Set<NoticeKind> kinds(Array array) throws SQLException {
        return texts(array).stream().map(NoticeKind::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    static String[] names(Set<NoticeKind> kinds) {
        return new TreeSet<>(kinds).stream().map(Enum::name).toArray(String[]::new);
    }

    private static Set<Long> ids(Array array) throws SQLException {
        return Set.of((Long[]) array.getArray());
    }
}
