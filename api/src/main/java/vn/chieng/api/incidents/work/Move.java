package vn.chieng.api.incidents.work;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.incidents.CloseReason;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentState;
import vn.chieng.api.incidents.IncidentState.Requirement;

/**
 * What a person wants an incident to become.
 *
 * @param version the version that person saw
 * @param reason why it is dismissed
 * @param note in the person's words
 * @param group the group it belongs to; null leaves it as it is
 * @param cause what it came from
 * @param causeUnknown why the cause cannot be told
 */
public record Move(
        IncidentState to,
        int version,
        @Nullable CloseReason reason,
        @Nullable String note,
        @Nullable String group,
        @Nullable String cause,
        @Nullable String causeUnknown) {

    /** Longest note, comment or cause. */
    public static final int MAX_NOTE = 4_000;

    public Move {
        reason = to == IncidentState.CLOSED ? CloseReason.RESOLVED : reason;
        note = blankToNull(note);
        group = blankToNull(group);
        cause = blankToNull(cause);
        causeUnknown = blankToNull(causeUnknown);
        if ((reason != null && reason != CloseReason.RESOLVED && to != IncidentState.DISMISSED)
                || (reason == CloseReason.RESOLVED && to != IncidentState.CLOSED)) {
            throw new IllegalArgumentException("reason");
        }
        checkLength(note, "note");
        checkLength(cause, "cause");
        checkLength(causeUnknown, "cause");
    }

    /** A move that states nothing more. */
    public static Move to(IncidentState state, int version) {
        return new Move(state, version, null, null, null, null, null);
    }

    /** Somebody takes it. */
    public static Move acknowledge(int version) {
        return to(IncidentState.VERIFYING, version);
    }

    /** It is none, for this reason. */
    public static Move dismiss(int version, CloseReason reason, String note) {
        return new Move(IncidentState.DISMISSED, version, reason, note, null, null, null);
    }

    /** The same with a note. */
    public Move noting(String words) {
        return new Move(to, version, reason, words, group, cause, causeUnknown);
    }

    /** What the move should have stated and did not, given what the incident holds already. */
    Set<Requirement> missing(Incident current) {
        Set<Requirement> missing = EnumSet.noneOf(Requirement.class);
        for (Requirement requirement : current.state().asks(to)) {
            boolean stated = switch (requirement) {
                case REASON -> reason != null;
                case NOTE -> note != null;
                case GROUP -> group != null || current.classification().group() != null;
                case CAUSE ->
                    cause != null
                            || causeUnknown != null
                            || current.cause().known() != null
                            || current.cause().unknownBecause() != null;
            };
            if (!stated) {
                missing.add(requirement);
            }
        }
        return missing;
    }

    private static void checkLength(@Nullable String text, String field) {
        if (text != null && text.length() > MAX_NOTE) {
            throw new IllegalArgumentException(field);
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
