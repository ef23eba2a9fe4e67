package vn.chieng.api.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.incidents.work.IncidentWork;
import vn.chieng.api.incidents.work.Move;
import vn.chieng.api.incidents.work.WorkOutcome;

/** Runs one random sequence through the product and through the oracle, and compares the two after every event. */
final class DeskRun {
    static final SignedIn ANALYST = person(Role.ANALYST);
    static final SignedIn LEAD = person(Role.SOC_LEAD);

    private final Desk desk;
    private final DeskOracle oracle = new DeskOracle();
    /** The oracle's number of an incident to the product's id. */
    private final Map<Integer, Long> ids = new HashMap<>();

    /** The product, with or without a database. */
    interface Desk {
        /** Answers the id of the incident that holds the signal now. */
        long apply(String signal, String key);

        Incident get(long id);

        IncidentWork work();

        WorkOutcome merge(long source, int version, long target, SignedIn by);

        WorkOutcome unmerge(long source, int version, SignedIn by);

        WorkOutcome split(long origin, int version, Set<String> signals, SignedIn by);
    }

    DeskRun(Desk desk) {
        this.desk = desk;
    }

    void run(long seed, int length) {
        var events = new DeskEvents(seed);
        for (int i = 0; i < length; i++) {
            DeskEvents.Event event = events.next(oracle.size());
            boolean expected = expected(event);
            boolean done = done(event);
            if (done != expected || !sameStates() || !oracle.nothingTwice()) {
                assertThat(done).as("seed %d, event %d: %s", seed, i, event).isEqualTo(expected);
                assertThat(states()).as("seed %d, event %d: %s", seed, i, event).isEqualTo(expectedStates());
            }
        }
    }

    private boolean expected(DeskEvents.Event event) {
        return switch (event) {
            case DeskEvents.Event.Came(String signal, String key) -> oracle.signal(signal, key) > 0;
            case DeskEvents.Event.Moves(int incident, IncidentState to, boolean stated, boolean lead) ->
                oracle.move(incident, to.code(), stated, lead);
            case DeskEvents.Event.Merges(int source, int target) -> oracle.merge(source, target);
            case DeskEvents.Event.Unmerges(int source) -> oracle.unmerge(source);
            case DeskEvents.Event.Splits(int origin, String signal) -> oracle.split(origin, signal);
            case DeskEvents.Event.Undoes(int incident) -> oracle.undo(incident);
        };
    }

    private boolean done(DeskEvents.Event event) {
        return switch (event) {
            case DeskEvents.Event.Came(String signal, String key) -> {
                long holder = desk.apply(signal, key);
                Long known = ids.putIfAbsent(oracle.holder(signal), holder);
                yield known == null || known == holder;
            }
            case DeskEvents.Event.Moves moves -> isDone(move(moves));
            case DeskEvents.Event.Merges(int source, int target) ->
                isDone(desk.merge(id(source), version(source), id(target), ANALYST));
            case DeskEvents.Event.Unmerges(int source) -> isDone(desk.unmerge(id(source), version(source), ANALYST));
            case DeskEvents.Event.Splits(int origin, String signal) -> split(origin, signal);
            case DeskEvents.Event.Undoes(int incident) ->
                isDone(desk.work().undo(id(incident), version(incident), ANALYST));
        };
    }

    private boolean split(int origin, String signal) {
        WorkOutcome outcome = desk.split(id(origin), version(origin), Set.of(signal), ANALYST);
        if (outcome instanceof WorkOutcome.Done(Incident part)) {
            ids.put(oracle.size(), part.id());
        }
        return isDone(outcome);
    }

    private WorkOutcome move(DeskEvents.Event.Moves moves) {
        CloseReason reason =
                moves.to() == IncidentState.DISMISSED && moves.stated() ? CloseReason.FALSE_POSITIVE : null;
        String words = moves.stated() ? "vì thế" : null;
        var move = new Move(
                moves.to(), version(moves.incident()), reason, words, moves.stated() ? "N1" : null, words, null);
        return desk.work().move(id(moves.incident()), move, moves.lead() ? LEAD : ANALYST);
    }

    private long id(int number) {
        return java.util.Objects.requireNonNull(ids.get(number));
    }

    private int version(int number) {
        return desk.get(id(number)).version();
    }

    private boolean sameStates() {
        return states().equals(expectedStates());
    }

    private Map<Integer, String> states() {
        Map<Integer, String> states = new HashMap<>();
        ids.forEach((number, id) -> states.put(number, desk.get(id).state().code()));
        return states;
    }

    private Map<Integer, String> expectedStates() {
        Map<Integer, String> states = new HashMap<>();
        for (int number = 1; number <= oracle.size(); number++) {
            states.put(number, oracle.state(number));
        }
        return states;
    }

    private static boolean isDone(WorkOutcome outcome) {
        return outcome instanceof WorkOutcome.Done;
    }

    /** Both are the same person, so that nobody stands in the other's way. */
    private static SignedIn person(Role role) {
        return new SignedIn(
                0, "test", "Người Thử", role, 0, null, new Scope.Everything(), role.permissions(), "vi", Set.of());
    }
}
