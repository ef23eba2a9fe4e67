package vn.chieng.api.clocks;

/** What became of something done to a clock. */
public sealed interface ClockOutcome {
    /** It is done. */
    record Done() implements ClockOutcome {}

    /** There is no such incident for this person. */
    record Unknown() implements ClockOutcome {}

    /** Somebody was faster, or the clock does not run. */
    record Stale() implements ClockOutcome {}

    /** Only who may decide does that. */
    record Reserved() implements ClockOutcome {}

    /** A field holds what it must not. */
    record Refused(String field) implements ClockOutcome {}
}
