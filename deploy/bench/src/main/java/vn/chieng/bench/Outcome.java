package vn.chieng.bench;

import java.util.Locale;

/**
 * The figure a benchmark came to; more is better.
 *
 * @param unit of figure and goal
 */
record Outcome(double figure, String unit, double goal) {

    boolean met() {
        return figure >= goal;
    }

    /** {@code parse 312345 events/s goal 300000 met}. */
    String line(String name) {
        return String.format(
                Locale.ROOT, "%s %.0f %s goal %.0f %s", name, figure, unit, goal, met() ? "met" : "missed");
    }
}
