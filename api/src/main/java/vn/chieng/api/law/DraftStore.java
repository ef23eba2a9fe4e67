package vn.chieng.api.law;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chieng.law.pack.PackVersion;

/** Keeps drafts in PostgreSQL. */
@Component
final class DraftStore {
    private static final int MOST_SHOWN = 100;
    private static final String OPEN = "state in ('DRAFT', 'SUBMITTED', 'RETURNED')";

    private final JdbcClient jdbc;
    private final PackTexts texts;

    DraftStore(JdbcClient jdbc, PackTexts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    Optional<PackDraft> find(UUID id) {
        return jdbc.sql("select * from law_drafts where id = ?")
                .param(id)
                .query(this::draft)
                .optional();
    }

    /** Held until the transaction ends. */
    Optional<PackDraft> held(UUID id) {
        return jdbc.sql("select * from law_drafts where id = ? for update")
                .param(id)
                .query(this::draft)
                .optional();
    }

    Optional<PackDraft> openOf(String pack) {
        return jdbc.sql("select * from law_drafts where pack = ? and " + OPEN)
                .param(pack)
                .query(this::draft)
                .optional();
    }

    /** The newest first. */
    List<PackDraft> list() {
        return jdbc.sql("select * from law_drafts order by changed_at desc limit ?")
                .param(MOST_SHOWN)
                .query(this::draft)
                .list();
    }

    /** False where another draft of the pack was opened in the meantime. */
    boolean add(PackDraft draft) {
        return bound(jdbc.sql("""
                        insert into law_drafts (id, pack, base_pack, base_version, version, files, summary, state, editors,
                            author_name, created_at, changed_at)
                        values (:id, :pack, :basePack, :baseVersion, :version, :files::jsonb, :summary, :state, :editors,
                            :authorName, :createdAt, :changedAt)
                        on conflict do nothing"""), draft)
                        .param("id", draft.id())
                        .param("pack", draft.pack())
                        .param("basePack", draft.base().pack())
                        .param("baseVersion", draft.base().version())
                        .param("version", draft.version())
                        .param("authorName", draft.authorName())
                        .param("createdAt", at(draft.createdAt()))
                        .update()
                > 0;
    }

    void change(PackDraft draft) {
        PackDraft.Decision decision = draft.decision();
        bound(jdbc.sql("""
                        update law_drafts set files = :files::jsonb, summary = :summary, state = :state, editors = :editors,
                            changed_at = :changedAt, submitted_at = :submittedAt, decided_by_name = :decidedBy,
                            decided_at = :decidedAt, decision_reason = :reason, row_version = row_version + 1
                        where id = :id"""), draft)
                .param("submittedAt", draft.submittedAt() == null ? null : at(draft.submittedAt()))
                .param("decidedBy", decision == null ? null : decision.byName())
                .param("decidedAt", decision == null ? null : at(decision.at()))
                .param("reason", decision == null ? null : decision.reason())
                .param("id", draft.id())
                .update();
    }

    private JdbcClient.StatementSpec bound(JdbcClient.StatementSpec statement, PackDraft draft) {
        return statement
                .param("files", texts.write(draft.files()))
                .param("summary", draft.summary())
                .param("state", draft.state().name())
                .param("editors", draft.editors().toArray(Long[]::new))
                .param("changedAt", at(draft.changedAt()));
    }

    private PackDraft draft(ResultSet row, int number) throws SQLException {
        Map<String, String> files = texts.read(row.getString("files"));
        Set<Long> editors =
                Arrays.stream((Long[]) row.getArray("editors").getArray()).collect(Collectors.toSet());
        Instant decidedAt = instant(row, "decided_at");
        PackDraft.Decision decision = decidedAt == null
                ? null
                : new PackDraft.Decision(row.getString("decided_by_name"), decidedAt, row.getString("decision_reason"));
        return new PackDraft(
                row.getObject("id", UUID.class),
                row.getString("pack"),
                new PackVersion(row.getString("base_pack"), row.getString("base_version")),
                row.getString("version"),
                files,
                row.getString("summary"),
                DraftState.valueOf(row.getString("state")),
                editors,
                row.getString("author_name"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                instant(row, "submitted_at"),
                decision,
                row.getInt("row_version"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
