package vn.chieng.content;

import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.sigma.rule.SigmaRule;

/** What a rule's own key {@code guidance} says in one language. */
record Guidance(List<String> checks, String containment) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static Map<String, Guidance> of(SigmaRule rule) {
        return JSON.convertValue(rule.custom().get("guidance"), new TypeReference<>() {});
    }
}
