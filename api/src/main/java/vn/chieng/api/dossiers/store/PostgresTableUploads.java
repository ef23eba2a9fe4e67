package vn.chieng.api.dossiers.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.api.dossiers.TableUpload;
import vn.chieng.api.dossiers.TableUploadStore;
import vn.chieng.api.dossiers.content.SectionContent;

@Component
final class PostgresTableUploads implements TableUploadStore {
    private static final TypeReference<List<SectionContent.Row>> ROWS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PostgresTableUploads(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public void keep(TableUpload upload) {
        jdbc.sql("""
                        insert into dossier_table_uploads (id, dossier_id, section, account_id, content, read_at)
                        values (?, ?, ?, ?, ?::jsonb, ?)""")
                .param(upload.id())
                .param(upload.dossierId())
                .param(upload.section())
                .param(upload.accountId())
                .param(json.writeValueAsString(upload.rows()))
                .param(DossierRows.at(upload.readAt()))
                .update();
    }

    @Override
    public Optional<TableUpload> find(UUID id, UUID dossierId, String section, long accountId) {
        return jdbc.sql(
                        "select * from dossier_table_uploads where id = ? and dossier_id = ? and section = ? and account_id = ?")
                .param(id)
                .param(dossierId)
                .param(section)
                .param(accountId)
                .query((row, _) -> new TableUpload(
                        id,
                        dossierId,
                        section,
                        accountId,
                        json.readValue(row.getString("content"), ROWS),
                        row.getObject("read_at", java.time.OffsetDateTime.class).toInstant()))
                .optional();
    }

    @Override
    public void forget(Instant readBefore) {
        jdbc.sql("delete from dossier_table_uploads where read_at < ?")
                .param(DossierRows.at(readBefore))
                .update();
    }

    @Override
    public void remove(UUID id) {
        jdbc.sql("delete from dossier_table_uploads where id = ?").param(id).update();
    }
}
