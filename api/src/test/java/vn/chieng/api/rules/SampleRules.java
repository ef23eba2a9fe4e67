package vn.chieng.api.rules;

import java.util.UUID;

/** Rules written for tests. */
public final class SampleRules {
    private SampleRules() {}

    /** A rule on the action of an event, which the sources of this product can produce. */
    public static String rule(UUID id, String name, String action) {
        return """
                title: %s
                id: %s
                status: test
                logsource:
                  category: firewall
                detection:
                  selection:
                    event.action: %s
                  condition: selection
                level: medium
                tags:
                  - attack.t1190
                """.formatted(name, id, action);
    }
}
