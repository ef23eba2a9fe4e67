package vn.chieng.api.overview;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure as it is shown.
 *
 * @param key names its words: what it is and how it is counted
 * @param value the figure; null where it is not known
 * @param basis what it is taken from, such as {@code 312/398}
 * @param change how it changed, in words
 * @param path where the records behind it are; null where the reader may not see them
 * @param bars its past, each between 0 and 1
 */
public record Kpi(
        String key,
        @Nullable String value,
        String basis,
        String change,
        @Nullable String path,
        List<Double> bars) {
    public Kpi {
        bars = List.copyOf(bars);
    }
}
