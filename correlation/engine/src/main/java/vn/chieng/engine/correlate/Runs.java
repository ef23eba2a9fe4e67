package vn.chieng.engine.correlate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds the windows that fulfil a rule among the observations near another one. A window ends with an observation and
 * reaches back by the rule's length, both ends included. Each is found when its last member arrives, whichever that is; so
 * the order of arrival makes no difference to the members found in the end.
 */
public final class Runs {
    private static final Comparator<Observation> BY_TIME =
            Comparator.comparingLong(Observation::getMillis).thenComparing(Observation::eventId);

    private Runs() {}

    /** Windows with enough observations that hold {@code now}; one run for each day in which such a window ends. */
    public static List<Run> around(Observation now, List<Observation> near, CorrelationRule rule) {
        Map<Instant, Set<Observation>> days = new TreeMap<>();
        List<Observation> sorted = sorted(near);
        new Windows(sorted, rule.windowMillis()).forEach((from, to) -> {
            long end = sorted.get(to).getMillis();
            if (end >= now.getMillis() && to - from + 1 >= rule.atLeast()) {
                join(days, end, sorted.subList(from, to + 1));
            }
        });
        return runs(now, days);
    }

    /** Windows with observations in enough organisations that hold {@code now}; one run for each day. */
    public static List<Run> acrossOrganizations(Observation now, List<Observation> near, CorrelationRule rule) {
        Map<Instant, Set<Observation>> days = new TreeMap<>();
        List<Observation> sorted = sorted(near);
        Map<String, Integer> counts = new HashMap<>();
        int[] next = {0, 0};
        new Windows(sorted, rule.windowMillis()).forEach((from, to) -> {
            for (; next[1] <= to; next[1]++) {
                counts.merge(sorted.get(next[1]).getOrganization(), 1, Integer::sum);
            }
            for (; next[0] < from; next[0]++) {
                counts.computeIfPresent(
                        sorted.get(next[0]).getOrganization(), (id, count) -> count == 1 ? null : count - 1);
            }
            long end = sorted.get(to).getMillis();
            if (end >= now.getMillis() && counts.size() >= rule.atLeast()) {
                join(days, end, sorted.subList(from, to + 1));
            }
        });
        return runs(now, days);
    }

    /** Windows with enough failures that end before a success, not too long before it; with the success, one run or none. */
    public static List<Run> before(Observation success, List<Observation> failures, CorrelationRule rule) {
        Set<Observation> members = new TreeSet<>(BY_TIME);
        List<Observation> sorted = sorted(failures);
        new Windows(sorted, rule.windowMillis()).forEach((from, to) -> {
            long end = sorted.get(to).getMillis();
            if (success.notBefore(end, rule.followedBy().toMillis()) && to - from + 1 >= rule.atLeast()) {
                members.addAll(sorted.subList(from, to + 1));
            }
        });
        if (members.isEmpty()) {
            return List.of();
        }
        members.add(success);
        return List.of(Run.of(success, Run.anchor(success.getMillis()), List.copyOf(members)));
    }

    /** In order of time. An event that several rules matched is counted once, as what arrived first. */
    private static List<Observation> sorted(List<Observation> observations) {
        Map<String, Observation> events = HashMap.newHashMap(observations.size());
        for (Observation each : observations) {
            events.merge(each.eventId(), each, (one, other) -> one.sequence() < other.sequence() ? one : other);
        }
        List<Observation> sorted = new ArrayList<>(events.values());
        sorted.sort(BY_TIME);
        return sorted;
    }

    private static void join(Map<Instant, Set<Observation>> days, long end, List<Observation> window) {
        Set<Observation> day = days.computeIfAbsent(Run.anchor(end), key -> new TreeSet<>(BY_TIME));
        // Windows come in order of their ends and overlap: only what is new at the end has to be added.
        for (int i = window.size() - 1; i >= 0 && day.add(window.get(i)); i--) {}
    }

    private static List<Run> runs(Observation about, Map<Instant, Set<Observation>> days) {
        List<Run> runs = new ArrayList<>(days.size());
        days.forEach((anchor, members) -> runs.add(Run.of(about, anchor, List.copyOf(members))));
        return runs;
    }

    /** Slides over observations in order of time; each window ends with the last one of a moment. */
    private record Windows(List<Observation> sorted, long length) {
        void forEach(Visitor visitor) {
            int from = 0;
            for (int to = 0; to < sorted.size(); to++) {
                long end = sorted.get(to).getMillis();
                if (to + 1 < sorted.size() && sorted.get(to + 1).getMillis() == end) {
                    continue;
                }
                while (sorted.get(from).getMillis() < end - length) {
                    from++;
                }
                visitor.window(from, to);
            }
        }
    }

    private interface Visitor {
        void window(int from, int to);
    }
}
