package vn.chieng.api.signin.sessions;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Tells what a page does by itself from what a person does: a live stream that connects again, a list that the stream refreshes, the question how long
 * the session lasts. None of that keeps a session open. A caller who lies about it only ends sooner.
 */
final class Background {
    static final String HEADER = "Chieng-Background";

    private Background() {}

    static boolean asks(HttpServletRequest request) {
        return request.getHeader(HEADER) != null
                || String.valueOf(request.getHeader("Accept")).startsWith("text/event-stream")
                || (request.getMethod().equals("GET") && request.getRequestURI().equals("/me/session"));
    }
}
