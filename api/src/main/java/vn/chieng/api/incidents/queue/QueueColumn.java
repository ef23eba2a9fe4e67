package vn.chieng.api.incidents.queue;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The columns that the queue can show and export, in their order. */
public enum QueueColumn {
    SEVERITY,
    INCIDENT,
    SYSTEM,
    ORGANIZATIONS,
    WORK,
    LABELS,
    GROUP,
    TECHNIQUES,
    TLP,
    DEADLINE,
    CREATED,
    SEEN;

    /** Those shown where nobody chose. */
    public static final Set<QueueColumn> USUAL =
            Collections.unmodifiableSet(EnumSet.of(SEVERITY, INCIDENT, ORGANIZATIONS, WORK, DEADLINE, SEEN));

    /** Reads codes separated by commas; refuses what it does not know, and always shows the incident itself. */
    static Set<QueueColumn> chosen(@Nullable String codes) {
        if (codes == null || codes.isBlank()) {
            return USUAL;
        }
        Set<QueueColumn> chosen = EnumSet.of(INCIDENT);
        for (String code : codes.split(",", -1)) {
            chosen.add(Arrays.stream(values())
                    .filter(column -> column.code().equals(code.strip()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("columns")));
        }
        return chosen;
    }

    /** As it stands in an address: {@code severity}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
