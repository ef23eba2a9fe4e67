package vn.chieng.sigma.rule;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The searches of a rule by identifier, and the condition over them. */
public record Detection(Map<String, Search> searches, Condition condition) {
    public Detection {
        searches = Collections.unmodifiableMap(new LinkedHashMap<>(searches));
    }
}
