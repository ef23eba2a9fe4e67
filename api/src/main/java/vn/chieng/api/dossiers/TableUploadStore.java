package vn.chieng.api.dossiers;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Keeps rows between their preview and the button that takes them. */
public interface TableUploadStore {

    void keep(TableUpload upload);

    /** The upload of this person for this table. */
    Optional<TableUpload> find(UUID id, UUID dossierId, String section, long accountId);

    /** Forgets what was read earlier and never taken. */
    void forget(Instant readBefore);

    void remove(UUID id);
}
