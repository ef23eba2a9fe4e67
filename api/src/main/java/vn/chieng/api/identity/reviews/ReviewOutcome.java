package vn.chieng.api.identity.reviews;

/** What a review says about one assignment. */
public enum ReviewOutcome {
    /** It stays. */
    CONFIRMED,
    /** It was taken away. */
    WITHDRAWN,
    /** It had ended before anybody decided. */
    GONE
}
