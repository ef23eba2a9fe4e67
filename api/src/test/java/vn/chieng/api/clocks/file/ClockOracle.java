package vn.chieng.api.clocks.file;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The clocks by hand: a table of who owes what, arithmetic in seconds, and a list of what was told. */
final class ClockOracle {
    private static final Map<String, Integer> HOURS =
            Map.of("C0", 0, "C24", 24, "C72", 72, "CDL72", 72, "CDL72-subjects", 72, "CNB", 1);
    private static final int[] SHARES = {50, 80, 100};
    private static final int[] AT_ONCE = {100};

    private final Map<String, String> states = new TreeMap<>();
    private final Map<String, Long> due = new HashMap<>();
    /** When each warning is to be told, by clock and share. */
    private final Map<String, Long> times = new HashMap<>();
    /** The warnings told for their present time. */
    private final Set<String> told = new HashSet<>();
    /** Everything ever told, with the time it was for. */
    private final Set<String> ever = new HashSet<>();

    private final Set<String> halfSent = new HashSet<>();
    private long detection;
    private long personal = Long.MIN_VALUE;

    ClockOracle(Instant detected) {
        detection = minute(detected);
    }

    void moment(String event, Instant at) {
        if (event.equals("detection")) {
            detection = minute(at);
        } else {
            personal = minute(at);
        }
    }

    void judge(boolean confirmed, int severity, Map<String, Boolean> flags, Instant now) {
        boolean harm = confirmed && on(flags, "personal-data-harm");
        if (harm && personal == Long.MIN_VALUE) {
            personal = minute(now);
        }
        boolean atOnce = severity == 1
                || on(flags, "national-security-sign")
                || on(flags, "serious-disruption")
                || on(flags, "dangerous-situation");
        owe("C0", confirmed && atOnce, now);
        owe("C24", confirmed && severity <= 2, now);
        owe("C72", confirmed, now);
        owe("CNB", confirmed, now);
        owe("CDL72", harm, now);
        owe("CDL72-subjects", harm && on(flags, "location-or-biometric-data"), now);
    }

    private void owe(String clock, boolean owed, Instant now) {
        String state = states.get(clock);
        if (!owed) {
            if ("RUNNING".equals(state)) {
                states.put(clock, "STOPPED");
            }
            return;
        }
        if (!"SENT".equals(state)) {
            states.put(clock, "RUNNING");
        }
        boolean data = clock.startsWith("CDL");
        long whole = HOURS.get(clock) * 3600L;
        due.put(clock, (data ? personal : detection) + whole);
        long from = data ? Math.min(personal, detection) : detection;
        for (int share : whole == 0 ? AT_ONCE : SHARES) {
            String warning = clock + " " + share;
            long time = from + whole * share / 100;
            Long before = times.put(warning, time);
            if (before != null && before != time && time > now.getEpochSecond()) {
                told.remove(warning);
            }
        }
    }

    boolean send(String clock, boolean preliminary) {
        String state = states.get(clock);
        if ("RUNNING".equals(state)) {
            states.put(clock, "SENT");
            if (preliminary) {
                halfSent.add(clock);
            }
            return true;
        }
        return "SENT".equals(state) && !preliminary && halfSent.remove(clock);
    }

    boolean blocks() {
        return states.containsValue("RUNNING") || !halfSent.isEmpty();
    }

    void told(String clock, int percent, Instant now) {
        String warning = clock + " " + percent;
        Long time = times.get(warning);
        if (time == null || time > now.getEpochSecond()) {
            throw new AssertionError("told too early: " + warning);
        }
        if (!"RUNNING".equals(states.get(clock))) {
            throw new AssertionError("told of a clock that does not run: " + warning);
        }
        if (!told.add(warning)) {
            throw new AssertionError("told twice: " + warning);
        }
        ever.add(warning);
    }

    void everythingTold(Instant now) {
        times.forEach((warning, time) -> {
            boolean running = "RUNNING".equals(states.get(warning.substring(0, warning.indexOf(' '))));
            if (running && time <= now.getEpochSecond() && !told.contains(warning)) {
                throw new AssertionError("not told: " + warning);
            }
        });
    }

    void nothingLeftUntold() {
        times.keySet().forEach(warning -> {
            boolean running = "RUNNING".equals(states.get(warning.substring(0, warning.indexOf(' '))));
            if (running && !ever.contains(warning)) {
                throw new AssertionError("never told: " + warning);
            }
        });
    }

    Map<String, String> shown() {
        Map<String, String> shown = new TreeMap<>();
        states.forEach((clock, state) -> shown.put(clock, state + " " + Instant.ofEpochSecond(due.get(clock))));
        return shown;
    }

    private static boolean on(Map<String, Boolean> flags, String flag) {
        return flags.getOrDefault(flag, false);
    }

    private static long minute(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), 60L) * 60;
    }
}
