package vn.chieng.api.dossiers;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.chieng.api.dossiers.content.SectionContent;

/** Rows that were read from a file for a table, before whoever uploaded it has taken them. */
public record TableUpload(
        UUID id, UUID dossierId, String section, long accountId, List<SectionContent.Row> rows, Instant readAt) {
    public TableUpload {
        rows = List.copyOf(rows);
    }
}
