package vn.chieng.testbed;

import java.io.Serial;

/** A child process that could not be started or did not become ready; the message says why and shows its log's end. */
public final class ProcessFailure extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public ProcessFailure(String message) {
        super(message);
    }

    public ProcessFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
