package vn.chieng.api.rules.store;

import java.util.List;
import vn.chieng.event.Level;

/** Levels as the numbers that the database sorts by, the weakest 0. */
final class LevelRanks {
    private static final List<Level> WEAKEST_FIRST = List.of(Level.values());

    private LevelRanks() {}

    static int of(Level level) {
        return WEAKEST_FIRST.indexOf(level);
    }

    static Level at(int rank) {
        return WEAKEST_FIRST.get(rank);
    }
}
