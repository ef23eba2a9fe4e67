package vn.chieng.engine.correlate;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How far an attacker has come on a host; severe detections of one stage on one host are one incident. */
enum Stage {
    /** Knocking from outside: every tactic of the rule is one of those before a foothold. */
    APPROACH,
    /** Inside, or not known to be outside. */
    FOOTHOLD;

    private static final String PREFIX = "attack.";
    private static final Set<String> APPROACHING = Set.of("reconnaissance", "resource-development", "initial-access");
    private static final Set<String> INSIDE = Set.of(
            "execution",
            "persistence",
            "privilege-escalation",
            "defense-evasion",
            "credential-access",
            "discovery",
            "lateral-movement",
            "collection",
            "command-and-control",
            "exfiltration",
            "impact");

    static Stage of(List<String> tags) {
        boolean approaching = false;
        for (String tag : tags) {
            String lower = tag.toLowerCase(Locale.ROOT).replace('_', '-');
            String tactic = lower.startsWith(PREFIX) ? lower.substring(PREFIX.length()) : "";
            if (INSIDE.contains(tactic)) {
                return FOOTHOLD;
            }
            approaching |= APPROACHING.contains(tactic);
        }
        return approaching ? APPROACH : FOOTHOLD;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
