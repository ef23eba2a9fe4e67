package vn.chieng.engine.rules;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.event.ActiveRule;
import vn.chieng.event.Level;

/** Rules as the api would publish them, and events that they match. */
final class Published {
    static final String ONE = "11111111-1111-4111-8111-111111111111";
    static final String TWO = "22222222-2222-4222-8222-222222222222";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Published() {}

    static String text(String id, String image) {
        return """
                title: Run of %s
                id: %s
                level: low
                logsource:
                  category: process_creation
                  product: linux
                detection:
                  selection:
                    Image|endswith: '%s'
                  condition: selection
                """.formatted(image, id, image);
    }

    /** An exception for one user. */
    static String exception(String rule, String user) {
        return """
                title: Not %s
                id: 33333333-3333-4333-8333-333333333333
                logsource:
                  category: process_creation
                  product: linux
                filter:
                  rules:
                    - %s
                  selection:
                    User: %s
                  condition: not selection
                """.formatted(user, rule, user);
    }

    static ActiveRule rule(String id, int version, String image) {
        return new ActiveRule(id, version, text(id, image), null, List.of(), "test");
    }

    static ActiveRule rule(String id, String text, @Nullable Level level, List<String> filters) {
        return new ActiveRule(id, 1, text, level, filters, "test");
    }

    static byte[] json(ActiveRule rule) {
        return JSON.writeValueAsBytes(rule);
    }

    static byte[] event(String image, String user) {
        return """
                {"event":{"category":["process"],"type":["start"],"kind":"event"},"host":{"os":{"type":"linux"}},
                "process":{"executable":"%s"},"user":{"name":"%s"},"source":{"ip":"203.0.113.5"}}""".formatted(image, user).getBytes(StandardCharsets.UTF_8);
    }
}
