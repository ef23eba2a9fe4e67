package vn.chieng.api.law;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chieng.law.pack.PackVersion;

/** The approved packs and the calendar in PostgreSQL. */
@Component
class StoredLaw {
    private final JdbcClient jdbc;
    private final PackTexts texts;

    StoredLaw(JdbcClient jdbc, PackTexts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    /** Tells whether anything was added since; nothing is ever changed. */
    record Stamp(long packs, long calendars) {}

    /** An approved version. */
    record Pack(PackVersion version, Map<String, String> files) {}

    /** A state of the calendar. */
    record Calendar(String version, String content, String reason, String changedByName, Instant changedAt) {}

    Stamp stamp() {
        return jdbc.sql("""
                        select (select count(*) from law_packs) as packs,
                            (select coalesce(max(number), 0) from law_calendars) as calendars""")
                .query((row, _) -> new Stamp(row.getLong("packs"), row.getLong("calendars")))
                .single();
    }

    List<Pack> packs() {
        return jdbc.sql("select pack, version, files from law_packs order by published_at")
                .query((row, _) -> new Pack(
                        new PackVersion(row.getString("pack"), row.getString("version")),
                        texts.read(row.getString("files"))))
                .list();
    }

    void publish(PackDraft draft, Instant now) {
        jdbc.sql("insert into law_packs (pack, version, files, draft_id, published_at) values (?, ?, ?::jsonb, ?, ?)")
                .param(draft.pack())
                .param(draft.version())
                .param(texts.write(draft.files()))
                .param(draft.id())
                .param(DraftStore.at(now))
                .update();
    }

    Optional<Calendar> calendar() {
        return calendars(1).stream().findFirst();
    }

    /** The latest first. */
    List<Calendar> calendars(int most) {
        return jdbc.sql("""
                        select version, content, reason, changed_by_name, changed_at from law_calendars
                        order by number desc limit ?""")
                .param(most)
                .query((row, _) -> new Calendar(
                        row.getString("version"),
                        row.getString("content"),
                        row.getString("reason"),
                        row.getString("changed_by_name"),
                        row.getTimestamp("changed_at").toInstant()))
                .list();
    }

    /** Keeps other changes of the calendar out until the transaction ends. */
    void holdCalendar() {
        jdbc.sql("lock table law_calendars in share row exclusive mode").update();
    }

    void add(Calendar calendar) {
        jdbc.sql("""
                        insert into law_calendars (version, content, reason, changed_by_name, changed_at)
                        values (?, ?, ?, ?, ?)""")
                .param(calendar.version())
                .param(calendar.content())
                .param(calendar.reason())
                .param(calendar.changedByName())
                .param(DraftStore.at(calendar.changedAt()))
                .update();
    }
}
