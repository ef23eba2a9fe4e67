package vn.chieng.api.problems;

import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/** Every problem the HTTP API can answer with (RFC 9457); each has a page under {@code docs/problems}. */
public enum ProblemType {
    BAD_REQUEST(HttpStatus.BAD_REQUEST),
    NOT_SIGNED_IN(HttpStatus.UNAUTHORIZED),
    NOT_PERMITTED(HttpStatus.FORBIDDEN),
    NOT_FOUND(HttpStatus.NOT_FOUND),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    VERSION_CONFLICT(HttpStatus.CONFLICT),
    STATE_CONFLICT(HttpStatus.CONFLICT),
    OPEN_INCIDENT_EXISTS(HttpStatus.CONFLICT),
    ASSIGNED_ELSEWHERE(HttpStatus.CONFLICT),
    CLOSING_BLOCKED(HttpStatus.CONFLICT),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE),
    INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR);

    private final HttpStatus status;

    ProblemType(HttpStatus status) {
        this.status = status;
    }

    /** The HTTP status that goes with it. */
    public HttpStatus status() {
        return status;
    }

    /** As in the type's URI and the name of its page: {@code version-conflict}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The {@code type} member. */
    public URI uri() {
        return URI.create("urn:chieng:problem:" + slug());
    }
}
