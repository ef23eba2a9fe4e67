package vn.chieng.api.incidents;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What must come of a sequence of events, told without any of the product's decisions: states are words, the moves are the table of the
 * procedure, and whoever carries others is followed by hand.
 */
final class DeskOracle {
    private static final Map<String, Set<String>> MOVES = Map.of(
            "new", Set.of("verifying", "dismissed"),
            "verifying", Set.of("confirmed", "dismissed"),
            "confirmed", Set.of("containing", "verifying"),
            "containing", Set.of("remediating", "verifying"),
            "remediating", Set.of("recovered", "containing"),
            "recovered", Set.of("awaiting-report", "containing"),
            "awaiting-report", Set.of("closed", "containing"),
            "closed", Set.of("verifying"),
            "dismissed", Set.of("verifying"),
            "merged", Set.of());
    private static final Set<String> ENDED = Set.of("closed", "dismissed", "merged");

    private final Map<Integer, Case> cases = new TreeMap<>();
    private final Map<String, Integer> holders = new HashMap<>();

    /** One incident as the oracle sees it. */
    private static final class Case {
        private final String key;
        private String state = "new";
        private @Nullable Integer into;
        private String before = "";
        private @Nullable String undoTo;

        Case(String key) {
            this.key = key;
        }
    }

    int size() {
        return cases.size();
    }

    String state(int number) {
        return of(number).state;
    }

    int holder(String signal) {
        return holders.getOrDefault(signal, 0);
    }

    private Case of(int number) {
        return java.util.Objects.requireNonNull(cases.get(number));
    }

    /** Where the signal must be after it came. */
    int signal(String signal, String key) {
        Integer known = holders.get(signal);
        if (known != null) {
            return known;
        }
        int place = 0;
        for (Map.Entry<Integer, Case> each : cases.entrySet()) {
            Case incident = each.getValue();
            if (incident.key.equals(key) && !ENDED.contains(incident.state)) {
                place = each.getKey();
            }
        }
        for (Map.Entry<Integer, Case> each : place == 0 ? cases.entrySet() : Set.<Map.Entry<Integer, Case>>of()) {
            if (each.getValue().key.equals(key) && each.getValue().into != null && rootIsOpen(each.getValue())) {
                place = each.getKey();
            }
        }
        if (place == 0) {
            place = cases.size() + 1;
            cases.put(place, new Case(key));
        }
        holders.put(signal, place);
        return place;
    }

    private boolean rootIsOpen(Case incident) {
        Case at = incident;
        while (at.into != null) {
            at = of(at.into);
        }
        return !ENDED.contains(at.state);
    }

    boolean move(int number, String to, boolean stated, boolean mayDecide) {
        Case incident = of(number);
        boolean reopens = ENDED.contains(incident.state);
        boolean reserved = to.equals("closed")
                || (to.equals("verifying") && !Set.of("new", "dismissed").contains(incident.state));
        boolean silent = (to.equals("verifying") && incident.state.equals("new"))
                || (to.equals("containing") && incident.state.equals("confirmed"))
                || to.equals("awaiting-report");
        if (!MOVES.getOrDefault(incident.state, Set.of()).contains(to)
                || (reserved && !mayDecide)
                || (!stated && !silent)
                || (reopens && openOfKey(incident.key, number))) {
            return false;
        }
        incident.undoTo = incident.state.equals("new") && to.equals("verifying") ? "new" : null;
        incident.state = to;
        return true;
    }

    private boolean openOfKey(String key, int except) {
        return cases.entrySet().stream()
                .anyMatch(each -> each.getKey() != except
                        && each.getValue().key.equals(key)
                        && !ENDED.contains(each.getValue().state));
    }

    boolean undo(int number) {
        Case incident = of(number);
        String to = incident.undoTo;
        if (to == null || incident.state.equals("merged")) {
            return false;
        }
        incident.state = to;
        incident.undoTo = null;
        return true;
    }

    boolean merge(int source, int target) {
        Case from = of(source);
        if (source == target || ENDED.contains(from.state) || ENDED.contains(of(target).state)) {
            return false;
        }
        from.before = from.state;
        from.state = "merged";
        from.into = target;
        from.undoTo = null;
        of(target).undoTo = null;
        return true;
    }

    boolean unmerge(int number) {
        Case from = of(number);
        Integer into = from.into;
        if (into == null || ENDED.contains(of(into).state) || openOfKey(from.key, number)) {
            return false;
        }
        from.state = from.before;
        from.into = null;
        of(into).undoTo = null;
        return true;
    }

    boolean split(int origin, String signal) {
        Case from = of(origin);
        long own = holders.values().stream().filter(each -> each == origin).count();
        if (ENDED.contains(from.state) || own < 2 || holder(signal) != origin) {
            return false;
        }
        int part = cases.size() + 1;
        Case made = new Case(from.key + "/split/" + part);
        made.state = from.state;
        cases.put(part, made);
        holders.put(signal, part);
        from.undoTo = null;
        return true;
    }

    /** No two of one key are open. */
    boolean nothingTwice() {
        Set<String> open = new HashSet<>();
        return cases.values().stream()
                .filter(incident -> !ENDED.contains(incident.state))
                .allMatch(incident -> open.add(incident.key));
    }
}
