package vn.chieng.api.law;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.access.SignedIn;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.pack.PackVersion;
import vn.chieng.law.reading.PackEdit;
import vn.chieng.law.reading.PackFiles;

/** A wish to draft: a copy of a version, as the next version of its pack or as the first of a new pack. */
record NewDraft(PackVersion base, @Nullable String newPack, String summary) {
    static final int MOST_SUMMARY = 500;
    private static final Pattern ID = Pattern.compile("[A-Z0-9][A-Z0-9-]{2,39}");
    private static final Pattern PACK_LINE = Pattern.compile("(?m)^pack:.*$");
    private static final Pattern READ_ONLY_LINE = Pattern.compile("(?m)^read-only:.*$");
    private static final String HEAD = "pack.yml";
    private static final String FIRST = "1.0";

    NewDraft {
        if (newPack != null && !ID.matcher(newPack).matches()) {
            throw new IllegalArgumentException("newPack");
        }
        if (summary.isBlank() || summary.length() > MOST_SUMMARY) {
            throw new IllegalArgumentException("summary");
        }
    }

    String pack() {
        return newPack == null ? base.pack() : newPack;
    }

    boolean knownTo(LoadedLaw law) {
        return law.files(base).isPresent();
    }

    /** Empty where the base is unknown, or is to be changed and is read-only. */
    Optional<PackDraft> copy(LoadedLaw law, UUID id, SignedIn by, Instant now) {
        Optional<PackFiles> files = law.files(base);
        boolean locked = law.packs()
                .latest(pack())
                .filter(latest -> latest.head().readOnly())
                .isPresent();
        if (files.isEmpty() || locked) {
            return Optional.empty();
        }
        String version = law.packs().latest(pack()).map(NewDraft::after).orElse(FIRST);
        return Optional.of(new PackDraft(
                id,
                pack(),
                base,
                version,
                texts(files.get(), version),
                summary,
                DraftState.DRAFT,
                Set.of(by.accountId()),
                by.displayName(),
                now,
                now,
                null,
                null,
                1));
    }

    private Map<String, String> texts(PackFiles base, String version) {
        Map<String, String> texts = new LinkedHashMap<>(PackEdit.versioned(PackEdit.texts(base), version));
        if (newPack != null) {
            texts.computeIfPresent(
                    HEAD,
                    (_, text) -> READ_ONLY_LINE
                            .matcher(PACK_LINE.matcher(text).replaceFirst("pack: " + newPack))
                            .replaceFirst("read-only: false"));
        }
        return texts;
    }

    private static String after(LawPack latest) {
        String version = latest.version().version();
        int dot = version.lastIndexOf('.');
        return dot < 0
                ? version + ".1"
                : version.substring(0, dot + 1) + (Integer.parseInt(version.substring(dot + 1)) + 1);
    }
}
