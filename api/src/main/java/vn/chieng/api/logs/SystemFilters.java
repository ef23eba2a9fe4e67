package vn.chieng.api.logs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What events of a system are, as filters of a query. */
final class SystemFilters {
    private SystemFilters() {}

    /** The filters by the ids of the systems. */
    static Map<String, Object> of(List<SystemMarks> systems) {
        Map<String, Object> filters = new LinkedHashMap<>();
        systems.forEach(system -> filters.put(system.systemId(), of(system)));
        return filters;
    }

    private static Map<String, Object> of(SystemMarks system) {
        List<Object> any = new ArrayList<>();
        any.add(Map.of("term", Map.of("chieng.system.id", system.systemId())));
        for (String host : system.hosts()) {
            Map<String, Object> named = Map.of("value", host, "case_insensitive", true);
            any.add(Map.of("term", Map.of("host.name", named)));
            any.add(Map.of("term", Map.of("host.hostname", named)));
        }
        if (!system.networks().isEmpty()) {
            any.add(Map.of("terms", Map.of("host.ip", system.networks())));
        }
        return Map.of(
                "bool",
                Map.of(
                        "filter",
                        List.of(Map.of("terms", Map.of("organization.id", system.organizationIds()))),
                        "should",
                        any,
                        "minimum_should_match",
                        1));
    }
}
