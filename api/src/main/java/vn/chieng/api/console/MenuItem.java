package vn.chieng.api.console;

import org.jspecify.annotations.Nullable;
import vn.chieng.api.access.Permission;

/**
 * An entry of the side bar; a feature declares its own as a bean.
 *
 * @param path where it leads, such as {@code /incidents}
 * @param key bundle key of its label
 * @param order place in the side bar, small first; the {@link MenuSection} follows from it
 * @param permission who sees it
 * @param goKey letter that leads there after {@code g}
 */
public record MenuItem(
        String path,
        String key,
        int order,
        Permission permission,
        @Nullable String goKey) {

    /** The group it stands in. */
    public MenuSection section() {
        return MenuSection.of(order);
    }
}
