package vn.chieng.sigma.rule;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * What a site decides about its rules.
 *
 * @param placeholders values for the names that rules write as {@code %name%} under the modifier {@code expand}
 * @param zone the zone in which the time parts (hour, day …) of a timestamp are read
 */
public record SigmaSettings(Map<String, List<String>> placeholders, ZoneId zone) {
    /** No placeholders, UTC. */
    public static final SigmaSettings DEFAULT = new SigmaSettings(Map.of(), ZoneOffset.UTC);

    public SigmaSettings {
        placeholders = Map.copyOf(placeholders);
    }
}
