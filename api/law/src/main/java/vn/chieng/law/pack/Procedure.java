package vn.chieng.law.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chieng.law.conditions.Condition;

/** The theme of procedure: who acts, from which event a time limit runs, routes and gates. */
public record Procedure(
        List<Actor> actors,
        List<EventKind> events,
        List<Deadline> deadlines,
        List<Route> routes,
        List<Input> gateInputs,
        List<Gate> gates) {

    public Procedure {
        actors = List.copyOf(actors);
        events = List.copyOf(events);
        deadlines = List.copyOf(deadlines);
        routes = List.copyOf(routes);
        gateInputs = List.copyOf(gateInputs);
        gates = List.copyOf(gates);
    }

    /** A body or person with a part in the procedure; who it is, is assigned and never fixed. */
    public record Actor(
            @Inline Basis basis,
            Words label,
            Words who,
            @Nullable Side side) implements Rule {}

    /** Which side of a dossier an actor stands on. */
    public enum Side {
        OPERATOR,
        OWNER,
        APPRAISER,
        /** A body that does not work in this product: its steps are recorded by whoever sent the dossier to it. */
        OUTSIDE
    }

    /** Something from which time may run; {@code begins} is the step of a route whose end it is. */
    public record EventKind(
            @Inline Basis basis, Words label, @Nullable Act begins) implements Rule {}

    /** How long somebody has from an event. */
    public record Deadline(
            @Inline Basis basis,
            Words label,
            int amount,
            Unit unit,
            @RefersTo("events") String after,
            @RefersTo("actors") String by,
            boolean suggested)
            implements Rule {
        public Deadline {
            if (amount < 0) {
                throw new IllegalArgumentException("the amount must not be negative");
            }
        }
    }

    /** What a time limit is counted in. */
    public enum Unit {
        WORKING_DAYS,
        CALENDAR_DAYS,
        HOURS
    }

    /** The way of a dossier: who writes, appraises, approves, with which form and in what time. */
    public record Route(
            @Inline Basis basis,
            Words label,
            List<Integer> levels,
            @Nullable @RefersTo("flags") String flag,
            List<Step> steps)
            implements Rule {
        public Route {
            if (levels.isEmpty() || steps.isEmpty()) {
                throw new IllegalArgumentException("a route has levels and steps");
            }
            levels = List.copyOf(levels);
            steps = List.copyOf(steps);
        }
    }

    /** One step of a route. */
    public record Step(
            Act act,
            Words label,
            List<@RefersTo("actors") String> by,
            List<@RefersTo("actors") String> with,
            @Nullable @RefersTo("deadlines") String within,
            @Nullable @RefersTo("forms") String form) {
        public Step {
            if (by.isEmpty()) {
                throw new IllegalArgumentException("somebody must act");
            }
            by = List.copyOf(by);
            with = List.copyOf(with);
        }
    }

    /** The kinds of step that the workflow knows. */
    public enum Act {
        WRITE,
        EXPERT_OPINION,
        SUBMIT,
        COMPLETENESS,
        APPRAISE,
        PROPOSE,
        APPROVE,
        LIST,
        REPORT
    }

    /** A demand that must be met before a dossier or system moves on. */
    public record Gate(
            @Inline Basis basis,
            Before before,
            List<Integer> levels,
            @Nullable Condition when,
            Condition requires,
            boolean exceptionPossible,
            Words label,
            Words refusal)
            implements Rule {
        public Gate {
            if (levels.isEmpty()) {
                throw new IllegalArgumentException("a gate without levels");
            }
            levels = List.copyOf(levels);
        }
    }

    /** The moves that gates stand before. */
    public enum Before {
        SUBMISSION,
        APPRAISAL,
        APPROVAL,
        OPERATION
    }
}
