package vn.chieng.api.incidents;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** Random events of a desk: signals twice, late and out of order, moves legal and not, merges, splits, undoing. */
final class DeskEvents {
    private static final String[] KEYS = {"host-a", "host-b", "source-c"};
    private static final int SIGNALS_EACH = 4;

    private final Random random;
    private final Deque<String> late = new ArrayDeque<>();

    DeskEvents(long seed) {
        random = new Random(seed);
    }

    /** What somebody or something does. */
    sealed interface Event {
        record Came(String signal, String key) implements Event {}

        record Moves(int incident, IncidentState to, boolean stated, boolean lead) implements Event {}

        record Merges(int source, int target) implements Event {}

        record Unmerges(int source) implements Event {}

        record Splits(int origin, String signal) implements Event {}

        record Undoes(int incident) implements Event {}
    }

    /** The next one among this many incidents. */
    Event next(int incidents) {
        if (incidents == 0 || random.nextInt(10) < 3) {
            return signal();
        }
        int one = 1 + random.nextInt(incidents);
        return switch (random.nextInt(12)) {
            case 0, 1 -> new Event.Merges(one, 1 + random.nextInt(incidents));
            case 2, 3 -> new Event.Unmerges(one);
            case 4 -> {
                String key = KEYS[random.nextInt(KEYS.length)];
                yield new Event.Splits(one, key + "#" + random.nextInt(SIGNALS_EACH));
            }
            case 5 -> new Event.Undoes(one);
            default ->
                new Event.Moves(
                        one,
                        List.of(IncidentState.values()).get(random.nextInt(IncidentState.values().length)),
                        random.nextInt(5) > 0,
                        random.nextBoolean());
        };
    }

    /** Kept back now and then, to come late; often one that came already. */
    private Event signal() {
        String key = KEYS[random.nextInt(KEYS.length)];
        String signal = key + "#" + random.nextInt(SIGNALS_EACH);
        if (random.nextInt(4) == 0) {
            late.add(signal);
        }
        String comes = !late.isEmpty() && random.nextInt(3) == 0 ? late.removeFirst() : signal;
        return new Event.Came(comes, comes.substring(0, comes.indexOf('#')));
    }
}
