package vn.chieng.api.overview;

import java.util.ArrayList;
import java.util.List;
import vn.chieng.api.incidents.Severity;
import vn.chieng.api.incidents.times.WeekCount;

/** Bars by week, a row for each severity, all on one scale: nothing is stacked, smoothed or drawn on a second axis. */
public final class TrendChart {
    /** Width of a week. */
    public static final int STEP = 40;

    private static final int LEFT = 8;
    /** Height of a row. */
    public static final int ROW = 46;

    private static final int HIGHEST = 28;
    private static final int BAR = 26;

    private final List<Bar> bars = new ArrayList<>();
    private final int width;

    /** A bar with the number above it. */
    public record Bar(int x, int y, int width, int height, String severity, long count, int labelX, int labelY) {}

    TrendChart(List<WeekCount> weeks) {
        long most = weeks.stream()
                .flatMap(week -> week.bySeverity().values().stream())
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        width = LEFT * 2 + weeks.size() * STEP;
        for (Severity severity : Severity.values()) {
            for (int week = 0; week < weeks.size(); week++) {
                long count = weeks.get(week).of(severity);
                int height = count == 0 ? 1 : Math.max(2, (int) (count * HIGHEST / most));
                int x = LEFT + week * STEP + (STEP - BAR) / 2;
                bars.add(new Bar(x, ROW - height, BAR, height, severity.name(), count, x + BAR / 2, ROW - height - 3));
            }
        }
    }

    /** Those of one severity. */
    public List<Bar> of(Severity severity) {
        return bars.stream()
                .filter(bar -> bar.severity().equals(severity.name()))
                .toList();
    }

    /** How wide it is drawn. */
    public int width() {
        return width;
    }
}
