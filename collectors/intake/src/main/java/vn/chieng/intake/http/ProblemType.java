package vn.chieng.intake.http;

/** The closed list of what this listener refuses (RFC 9457). */
enum ProblemType {
    BAD_REQUEST(400, "The request cannot be read"),
    BAD_KEY(401, "The API key is missing or unknown"),
    NOT_FOUND(404, "There is nothing here"),
    METHOD_NOT_ALLOWED(405, "This address takes another method"),
    REQUEST_TIMEOUT(408, "The body took too long"),
    BODY_TOO_LARGE(413, "The body is too large"),
    UNSUPPORTED_BODY(415, "The body has a form that is not taken"),
    KEY_REUSED(422, "The idempotency key was used with another body"),
    TOO_MANY_BAD_KEYS(429, "Too many unknown API keys from this address"),
    NOT_ACCEPTING(503, "Nothing can be accepted at the moment");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    /** Last part of the type's address. */
    String slug() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
