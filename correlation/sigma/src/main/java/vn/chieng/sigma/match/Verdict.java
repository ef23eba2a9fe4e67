package vn.chieng.sigma.match;

/** What came of asking a rule about an event. */
public enum Verdict {
    MATCHED,
    NOT_MATCHED,
    /** The rule failed at run time, which is neither. */
    FAILED;

    /** Asks a matcher; one rule that fails on one event must not cost the other rules their matches. */
    public static Verdict of(Matcher matcher, EventScan event) {
        try {
            return matcher.matches(event) ? MATCHED : NOT_MATCHED;
        } catch (RuntimeException e) {
            return FAILED;
        }
    }
}
