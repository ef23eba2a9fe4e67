package vn.chieng.codecs.linux;

import java.util.List;
import vn.chieng.codecs.EventDraft;
import vn.chieng.event.Ecs;

/** The classifications that messages of several programs share. */
final class Meaning {
    static final String SUCCESS = "success";
    static final String FAILURE = "failure";

    private static final List<String> AUTHENTICATION = List.of("authentication");
    private static final List<String> AUTHENTICATION_AND_SESSION = List.of("authentication", "session");
    private static final List<String> SESSION = List.of("session");
    private static final List<String> NETWORK = List.of("network");
    private static final List<String> IAM = List.of("iam");
    private static final List<String> PROCESS = List.of("process");
    private static final List<String> INFO = List.of("info");
    private static final List<String> START = List.of("start");
    private static final List<String> END = List.of("end");

    private Meaning() {}

    static void authenticated(EventDraft draft, String action) {
        draft.classify(action, SUCCESS, AUTHENTICATION_AND_SESSION, INFO);
    }

    static void refused(EventDraft draft, String action, String reason) {
        draft.classify(action, FAILURE, AUTHENTICATION, INFO).put(Ecs.EVENT_REASON, reason);
    }

    static void authenticating(EventDraft draft, String action) {
        draft.classify(action, "unknown", AUTHENTICATION, INFO);
    }

    static void sessionOpened(EventDraft draft) {
        draft.classify("logged-on", SUCCESS, SESSION, START);
    }

    static void sessionClosed(EventDraft draft) {
        draft.classify("logged-off", SUCCESS, SESSION, END);
    }

    static void connected(EventDraft draft, String action) {
        draft.classify(action, SUCCESS, NETWORK, List.of("connection", "start"));
    }

    static void disconnected(EventDraft draft, String action) {
        draft.classify(action, SUCCESS, NETWORK, List.of("connection", "end"));
    }

    static void connectionFailed(EventDraft draft, String action, String reason) {
        draft.classify(action, FAILURE, NETWORK, List.of("connection", "end")).put(Ecs.EVENT_REASON, reason);
    }

    static void connectionDenied(EventDraft draft, String action, String reason) {
        draft.classify(action, FAILURE, NETWORK, List.of("connection", "denied"))
                .put(Ecs.EVENT_REASON, reason);
    }

    static void commandRun(EventDraft draft, String action) {
        draft.classify(action, SUCCESS, PROCESS, START);
    }

    static void account(EventDraft draft, String action, String outcome, String kind, String change) {
        draft.classify(action, outcome, IAM, List.of(kind, change));
    }
}
