package vn.chieng.api.dossiers;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file that belongs to a dossier.
 *
 * @param section key of the section it was added to; null where it belongs to the dossier
 * @param item id of the requirement it is evidence of
 * @param form id of the form of which this is the signed copy; null for an attachment
 * @param generatedSha256 hash of the generated file that was signed
 * @param attestedByName who stated that it holds no state secret
 */
public record DossierFile(
        UUID id,
        @Nullable String section,
        @Nullable String item,
        String name,
        String mediaType,
        long bytes,
        String sha256,
        String label,
        @Nullable String form,
        @Nullable String generatedSha256,
        long attestedBy,
        String attestedByName,
        Instant uploadedAt) {

    /** Whether it is enclosed, rather than the signed copy of a form. */
    boolean attachment() {
        return form == null;
    }

    /** What the seal says of it: its bytes, and its place where it has one. */
    String sealed() {
        return Stream.of(sha256, section, item).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }

    boolean belongsTo(String sectionKey) {
        return sectionKey.equals(section);
    }

    boolean provesItem(String itemId) {
        return itemId.equals(item);
    }
}
