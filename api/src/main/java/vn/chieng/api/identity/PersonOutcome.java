package vn.chieng.api.identity;

import org.jspecify.annotations.Nullable;

/** What became of a change to a person. */
public sealed interface PersonOutcome {

    /** It was made. */
    record Done(Account account) implements PersonOutcome {}

    /** The person was added; the one-time password is shown once and kept nowhere, and is null where the account has none. */
    record Added(Account account, @Nullable String password) implements PersonOutcome {}

    /** The sign-in name belongs to somebody else. */
    record NameTaken() implements PersonOutcome {}

    /** Somebody else changed the person meanwhile. */
    record Stale(Account current) implements PersonOutcome {}

    /** A rule forbids it. */
    record Refused(Refusal why) implements PersonOutcome {}

    /** There is no such person within the caller's scope. */
    record Unknown() implements PersonOutcome {}
}
