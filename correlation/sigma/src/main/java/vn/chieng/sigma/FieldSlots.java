package vn.chieng.sigma;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers the fields that rules ask for, so that an event's values can stand in an array. */
final class FieldSlots {
    private final FieldMap map;
    private final List<List<FieldPath>> paths = new ArrayList<>();
    private final Map<List<FieldPath>, Integer> numbers = new HashMap<>();

    FieldSlots(FieldMap map) {
        this.map = map;
    }

    /** The slot of a field as rules of this log source name it. */
    int slot(String field, LogSource logSource) {
        return numbers.computeIfAbsent(map.paths(field, logSource), wanted -> {
            paths.add(wanted);
            return paths.size() - 1;
        });
    }

    List<FieldPath> paths(int slot) {
        return paths.get(slot);
    }

    int size() {
        return paths.size();
    }
}
