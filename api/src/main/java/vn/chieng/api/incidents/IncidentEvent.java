package vn.chieng.api.incidents;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.incidents.observables.Observable;
import vn.chieng.api.incidents.tasks.Task;

/** Every change of an incident, published within its transaction; {@code incident} is how it stands after it. */
public sealed interface IncidentEvent {

    Incident incident();

    /** Who did it; null where correlation did. */
    @Nullable
    SignedIn by();

    /** A signal opened it. */
    record Opened(Incident incident) implements IncidentEvent {
        @Override
        public @Nullable SignedIn by() {
            return null;
        }
    }

    /** A signal joined it or brought more; {@code raised} where that made it more severe. */
    record Grown(Incident incident, boolean raised) implements IncidentEvent {
        @Override
        public @Nullable SignedIn by() {
            return null;
        }
    }

    /** It went from one state to another; taking back a move is one too. */
    record Moved(
            Incident incident, IncidentState from, @Nullable String note, SignedIn by) implements IncidentEvent {}

    /** Somebody else handles it now, or nobody. */
    record Assigned(Incident incident, @Nullable Long before, SignedIn by) implements IncidentEvent {}

    /** Its severity changed; by nobody where the answers of a person made the law pack's rule hold. */
    record SeverityChanged(
            Incident incident,
            Severity before,
            String reason,
            @Nullable SignedIn by) implements IncidentEvent {}

    /** Those who may decide are asked to look at it. */
    record Escalated(Incident incident, String reason, SignedIn by) implements IncidentEvent {}

    /** They have answered, or whoever asked asks no more. */
    record Answered(Incident incident, Escalation escalation, String answer, SignedIn by) implements IncidentEvent {}

    /** Group, techniques, labels, answers or system changed. */
    record Classified(Incident incident, Classification before, SignedIn by) implements IncidentEvent {}

    /** Somebody wrote; {@code mentioned} are the accounts named in it. */
    record Commented(Incident incident, String text, Set<Long> mentioned, SignedIn by) implements IncidentEvent {
        public Commented {
            mentioned = Set.copyOf(mentioned);
        }
    }

    /** A task was added or changed. */
    record TaskChanged(Incident incident, Task task, SignedIn by) implements IncidentEvent {}

    /** An observable was added or taken away. */
    record ObservableChanged(Incident incident, Observable observable, boolean removed, SignedIn by)
            implements IncidentEvent {}

    /** Another incident was merged into it. */
    record Merged(Incident incident, Incident source, SignedIn by) implements IncidentEvent {}

    /** A merge into it was undone. */
    record Unmerged(Incident incident, Incident source, SignedIn by) implements IncidentEvent {}

    /** A part of it became an incident of its own. */
    record Split(Incident incident, Incident part, SignedIn by) implements IncidentEvent {}
}
