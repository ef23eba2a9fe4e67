package vn.chieng.api.overview;

import java.util.List;
import java.util.SortedMap;

/**
 * Systems of one level as a bar.
 *
 * @param level 0 where none is determined
 * @param width of 100
 */
public record LevelBar(int level, long count, int width) {
    private static final int FULL = 100;

    static List<LevelBar> of(SortedMap<Integer, Long> levels) {
        long most = levels.values().stream().mapToLong(Long::longValue).max().orElse(1);
        return levels.entrySet().stream()
                .map(each -> new LevelBar(
                        each.getKey(), each.getValue(), Math.max(1, (int) (each.getValue() * FULL / most))))
                .toList();
    }
}
