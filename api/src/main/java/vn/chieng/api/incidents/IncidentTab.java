package vn.chieng.api.incidents;

import org.jspecify.annotations.Nullable;

/**
 * A part of an incident that has a page of its own; a feature declares its own as a bean.
 *
 * @param name the last piece of its address: {@code /incidents/{id}/<name>}; empty for the first one
 * @param key bundle key of its label
 * @param order place among the tabs, small first
 * @param count how many things are in it; null where that tells nothing
 */
public record IncidentTab(
        String name, String key, int order, @Nullable Count count) {

    /** Counts what is in a tab. */
    @FunctionalInterface
    public interface Count {
        /** As this reader may see it. */
        long of(Incident incident, Reader reader);
    }

    /** Where it is. */
    public String path(Incident incident) {
        return "/incidents/" + incident.id() + (name.isEmpty() ? "" : "/" + name);
    }
}
