package vn.chieng.api.dossiers;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that belongs to a dossier.
 *
 * @param form id of the form of which this is the signed copy; null for an attachment
 * @param generatedSha256 hash of the generated file that was signed
 * @param attestedByName who stated that it holds no state secret
 */
public record DossierFile(
        UUID id,
        @Nullable String section,
        String name,
        String mediaType,
        long bytes,
        String sha256,
        String label,
        @Nullable String form,
        @Nullable String generatedSha256,
        long attestedBy,
        String attestedByName,
        Instant uploadedAt) {}
