package vn.chieng.api.systems;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.chieng.law.pack.PackVersion;

/**
 * A level that a person determined, with all it rests on.
 *
 * @param proposed what the pack proposed
 * @param grounds ids of the criteria met
 * @param flags ids of the pack's flags that hold
 * @param transition id of the transition rule that chose the pack, where one did
 * @param override id of the rule by which another level than the proposed one was taken
 * @param inputs the answers of that moment
 */
public record Determination(
        PackVersion pack,
        int level,
        int proposed,
        List<String> grounds,
        List<String> flags,
        @Nullable String transition,
        @Nullable String override,
        @Nullable String reason,
        @Nullable String approver,
        Map<String, Object> inputs,
        String by,
        Instant at) {
    public Determination {
        grounds = List.copyOf(grounds);
        flags = List.copyOf(flags);
        inputs = Map.copyOf(inputs);
    }
}
