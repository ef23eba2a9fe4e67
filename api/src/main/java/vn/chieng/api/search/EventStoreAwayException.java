package vn.chieng.api.search;

/** OpenSearch gave no answer that can be shown. */
final class EventStoreAwayException extends Exception {
    private static final long serialVersionUID = 1;

    private final Reason reason;

    EventStoreAwayException(Reason reason, Throwable cause) {
        super(reason.name(), cause);
        this.reason = reason;
    }

    EventStoreAwayException(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    /** A word for a message key. */
    String code() {
        return reason.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Why. */
    enum Reason {
        /** It cannot be reached, or took too long. */
        AWAY,
        /** Too many searches run, here or there. */
        BUSY,
        /** It refused the search as too costly or wrong. */
        REFUSED
    }
}
