package vn.chieng.api.systems.lists;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.systems.RegisteredSystem;
import vn.chieng.api.systems.belongings.StatedLink;

/** The annex of links in a workbook of systems: a sheet of its own, one row for each link. */
public final class LinkColumns {
    /** The name of the sheet. */
    public static final String SHEET = "links";

    public static final String SYSTEM_CODE = "system_code";
    public static final String SYSTEM_NAME = "system_name";
    public static final String KIND = "kind";
    public static final String DIRECTION = "direction";
    public static final String OTHER_CODE = "other_code";
    public static final String OTHER_NAME = "other_name";
    public static final String DATA = "data";

    /** All columns, in their order. */
    static final List<String> ALL = List.of(SYSTEM_CODE, SYSTEM_NAME, KIND, DIRECTION, OTHER_CODE, OTHER_NAME, DATA);

    private LinkColumns() {}

    static List<List<@Nullable Object>> rows(
            Collection<RegisteredSystem> systems, Map<UUID, Map<Long, StatedLink>> links) {
        return systems.stream()
                .flatMap(system -> links.getOrDefault(system.id(), Map.of()).values().stream()
                        .map(link -> row(system, link)))
                .toList();
    }

    private static List<@Nullable Object> row(RegisteredSystem system, StatedLink link) {
        return Arrays.<@Nullable Object>asList(
                system.code(),
                system.name(),
                link.kind().code(),
                link.direction().code(),
                link.code(),
                link.name(),
                link.data());
    }
}
