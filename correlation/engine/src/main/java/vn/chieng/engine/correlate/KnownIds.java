package vn.chieng.engine.correlate;

import java.util.LinkedHashMap;
import java.util.Map;

/** Ids of the detections that came within the retention, at most so many; by them a repeated one is dropped. */
final class KnownIds {
    private final int capacity;
    private final LinkedHashMap<String, Long> arrivals = new LinkedHashMap<>();

    KnownIds(int capacity) {
        this.capacity = capacity;
    }

    /** False where the id is known already. */
    boolean add(String id, long arrived) {
        if (arrivals.putIfAbsent(id, arrived) != null) {
            return false;
        }
        if (arrivals.size() > capacity) {
            arrivals.pollFirstEntry();
        }
        return true;
    }

    /** Forgets what arrived at this moment of the session's clock or before. */
    void forgetExpired(long oldest) {
        for (Map.Entry<String, Long> first = arrivals.firstEntry();
                first != null && first.getValue() <= oldest;
                first = arrivals.firstEntry()) {
            arrivals.pollFirstEntry();
        }
    }
}
