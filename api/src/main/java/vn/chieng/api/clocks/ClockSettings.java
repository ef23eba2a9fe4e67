package vn.chieng.api.clocks;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import vn.chieng.api.access.Role;

/**
 * Settings of clocks.
 *
 * @param escalation who hears of a warning, by the per cent of the time used up; a later warning reaches those of the earlier ones too
 */
@ConfigurationProperties("chieng.clocks")
record ClockSettings(Map<Integer, Set<Role>> escalation) {
    ClockSettings {
        escalation = Map.copyOf(escalation);
        if (escalation.keySet().stream().anyMatch(percent -> percent < 1 || percent > 100)) {
            throw new IllegalArgumentException("chieng.clocks.escalation has a key that is no per cent");
        }
    }

    Set<Role> heardBy(int percent) {
        return new TreeMap<>(escalation)
                .headMap(percent, true).values().stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }
}
