package vn.chieng.api.dossiers;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.chieng.api.dossiers.content.Section;

/** Holds what a section says now against one of its earlier versions. */
@Component
class SectionComparison {
    private final DossierStore store;

    SectionComparison(DossierStore store) {
        this.store = store;
    }

    /**
     * What changed since a version.
     *
     * @param from the earlier version; 0 where none is compared
     * @param earlier the versions there are to compare with, the latest first
     */
    record Compared(int from, List<Integer> earlier, List<SectionChange> changes) {}

    /** Compares with the version that was asked for, else with the one that was looked at last. */
    Compared of(UUID dossier, Section section, StoredSection now, @Nullable Integer asked, @Nullable Integer seen) {
        List<StoredSection> earlier = store.versions(dossier, section.key()).stream()
                .filter(version -> version.version() < now.version())
                .toList();
        List<Integer> numbers = earlier.stream().map(StoredSection::version).toList();
        Integer wanted = asked == null ? seen : asked;
        Optional<StoredSection> from = earlier.stream()
                .filter(version -> wanted != null && version.version() == wanted)
                .findFirst();
        return from.map(before -> new Compared(
                        before.version(),
                        numbers,
                        SectionChange.between(section, before.content(), now.content(), DossierModel.locale())))
                .orElseGet(() -> new Compared(0, numbers, List.of()));
    }
}
