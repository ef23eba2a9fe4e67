package vn.chieng.api.reports;

import java.util.Map;

/** What people typed about an incident, by field of the law pack; all its reports are filled from it. */
public record FactSheet(Map<String, String> typed, int version) {
    public static final FactSheet EMPTY = new FactSheet(Map.of(), 0);

    /** Longest text of a field. */
    public static final int MOST_TEXT = 8_000;

    public FactSheet {
        typed = Map.copyOf(typed);
        if (typed.values().stream().anyMatch(text -> text.length() > MOST_TEXT)) {
            throw new IllegalArgumentException("text");
        }
    }
}
