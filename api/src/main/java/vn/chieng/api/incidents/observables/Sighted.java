package vn.chieng.api.incidents.observables;

import org.jspecify.annotations.Nullable;

/**
 * A value of an incident, and where else it was seen.
 *
 * @param kept null where it stands in the evidence only
 * @param lines in how many lines of this incident's evidence it stands
 * @param incidents in how many other incidents it was seen, as far as the reader may know of them
 */
public record Sighted(
        @Nullable Observable kept, ObservableType type, String value, String defanged, long lines, long incidents) {}
