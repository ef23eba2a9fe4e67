package vn.chieng.api.dossiers;

import org.jspecify.annotations.Nullable;
import vn.chieng.api.dossiers.content.Sections;

/**
 * To what of a dossier a file belongs: to the whole, to one section, or to one requirement of a section.
 *
 * @param item id of a requirement; only within a section
 */
public record FilePlace(@Nullable String section, @Nullable String item) {
    static final FilePlace WHOLE = new FilePlace(null, null);
    private static final char BETWEEN = '/';

    /** As forms send it: nothing, the key of a section, or the key with the id of a requirement after a slash. */
    static FilePlace read(String typed) {
        if (typed.isBlank()) {
            return WHOLE;
        }
        int between = typed.indexOf(BETWEEN);
        return between < 0
                ? new FilePlace(typed, null)
                : new FilePlace(typed.substring(0, between), typed.substring(between + 1));
    }

    boolean existsIn(Sections sections) {
        return section == null
                || sections.find(section)
                        .filter(found -> item == null
                                || found.items().stream()
                                        .anyMatch(each -> each.id().equals(item)))
                        .isPresent();
    }
}
