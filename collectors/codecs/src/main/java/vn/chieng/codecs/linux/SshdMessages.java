package vn.chieng.codecs.linux;

import java.util.Locale;
import vn.chieng.codecs.EventDraft;
import vn.chieng.event.Ecs;

/** What sshd says of signing in; what it says of connections goes on to {@link SshdConnections}. */
final class SshdMessages {
    static final String LOGIN = "ssh_login";

    private SshdMessages() {}

    static void describe(EventDraft draft, String message) {
        Phrase phrase = new Phrase(withoutStage(message));
        boolean hasLevel = true; // which says nothing that the rest does not
        while (hasLevel) {
            hasLevel = phrase.takeAny("error: ", "fatal: ", "debug1: ", "debug2: ", "debug3: ", "warning: ", "sshd: ");
        }
        String body = phrase.rest();
        boolean known = attempt(draft, body)
                || pamSays(draft, body)
                || refusal(draft, body)
                || session(draft, body)
                || SshdConnections.describe(draft, body);
        if (!known) {
            Origin origin = Origin.of(body);
            if (origin != null && body.contains(" port ")) {
                draft.source(origin.address()).sourcePort(origin.port());
            }
        }
    }

    private static String withoutStage(String message) {
        for (String stage : new String[] {" [preauth]", " [postauth]"}) {
            if (message.endsWith(stage)) {
                return message.substring(0, message.length() - stage.length());
            }
        }
        return message;
    }

    /** {@code Failed password for …}, {@code Accepted publickey for …}, {@code Postponed keyboard-interactive for …}. */
    private static boolean attempt(EventDraft draft, String body) {
        Phrase phrase = new Phrase(body);
        boolean accepted = phrase.take("Accepted ");
        boolean failed = !accepted && phrase.take("Failed ");
        if (!accepted && !failed && !phrase.takeAny("Postponed ", "Partial ")) {
            return false;
        }
        String method = phrase.before(" for ");
        Origin origin = method == null ? null : Origin.of(phrase.rest());
        if (method == null || origin == null) {
            return false;
        }
        origin.describe(draft);
        if (accepted) {
            Meaning.authenticated(draft, LOGIN);
        } else if (failed) {
            Meaning.refused(draft, LOGIN, "failed " + method + (origin.unknownUser() ? " for invalid user" : ""));
        } else {
            Meaning.authenticating(draft, LOGIN);
        }
        return true;
    }

    /** {@code PAM: Authentication failure for …}, {@code PAM 2 more authentication failures; …}. */
    private static boolean pamSays(EventDraft draft, String body) {
        Phrase phrase = new Phrase(body);
        if (phrase.take("PAM: ")) {
            String reason = phrase.before(" for ");
            Origin origin = reason == null ? null : Origin.of(phrase.rest());
            if (reason == null || origin == null) {
                return false;
            }
            origin.describe(draft);
            Meaning.refused(draft, LOGIN, reason.toLowerCase(Locale.ROOT));
            return true;
        }
        if (!phrase.take("PAM ")) {
            return false;
        }
        int count = Phrase.number(phrase.word());
        if (count >= 0 && phrase.takeAny("more authentication failure")) {
            Meaning.refused(draft, LOGIN, "authentication failure");
            draft.put(EventDraft.EVENT_COUNT, count);
            PamMessages.describeParties(draft, "sshd", phrase.rest());
            return true;
        }
        if (body.contains(" ignoring max retries")) {
            Meaning.refused(draft, LOGIN, "too many authentication failures");
            return true;
        }
        return false;
    }

    private static boolean refusal(EventDraft draft, String body) {
        Phrase phrase = new Phrase(body);
        if (phrase.takeAny("Invalid user ", "Illegal user ")) {
            return refusedOrigin(draft, "invalid user " + phrase.rest(), "invalid user");
        }
        if (phrase.takeAny("input_userauth_request: invalid user ", "input_userauth_request: illegal user ")) {
            draft.user(phrase.rest().strip());
            Meaning.refused(draft, LOGIN, "invalid user");
            return true;
        }
        if (phrase.take("maximum authentication attempts exceeded for ")) {
            return refusedOrigin(draft, phrase.rest(), "maximum authentication attempts exceeded");
        }
        if (phrase.takeAny("ROOT LOGIN REFUSED FROM ")) {
            Meaning.refused(draft, LOGIN, "root login refused");
            draft.user("root");
            draft.source(phrase.word());
            phrase.take("port ");
            draft.sourcePort(Phrase.port(phrase.word()));
            return true;
        }
        return notAllowed(draft, body);
    }

    private static boolean refusedOrigin(EventDraft draft, String who, String reason) {
        Origin origin = Origin.of(who);
        if (origin != null) {
            origin.describe(draft);
        } else {
            draft.user(who.startsWith("invalid user ") ? who.substring("invalid user ".length()) : who);
        }
        Meaning.refused(draft, LOGIN, reason);
        return true;
    }

    /** {@code User root from 192.0.2.1 not allowed because …}, and other ways to say no. */
    private static boolean notAllowed(EventDraft draft, String body) {
        int because = body.indexOf(" not allowed because ");
        if (body.startsWith("User ") && because > 0) {
            String who = body.substring("User ".length(), because);
            Origin origin = Origin.of(who);
            if (origin == null) {
                draft.user(who);
            } else {
                origin.describe(draft);
            }
            Meaning.refused(draft, LOGIN, body.substring(because + 1));
            return true;
        }
        Phrase phrase = new Phrase(body);
        if (phrase.take("Authentication tried for ")) {
            draft.user(phrase.word());
            if (phrase.before("ip=") != null) {
                draft.source(phrase.before(")"));
            }
            Meaning.refused(draft, LOGIN, "not from a permitted host");
            return true;
        }
        if (phrase.take("Access denied for user ")) {
            draft.user(phrase.word());
            Meaning.refused(draft, LOGIN, phrase.rest());
            return true;
        }
        if (phrase.takeAny("Authentication refused: ", "Login refused: ")) {
            Meaning.refused(draft, LOGIN, phrase.rest());
            return true;
        }
        return false;
    }

    private static boolean session(EventDraft draft, String body) {
        Phrase phrase = new Phrase(body);
        if (phrase.take("subsystem request for ")) {
            String subsystem = phrase.word();
            if (phrase.take("by user ")) {
                String user = phrase.before(" failed,");
                draft.user(user == null ? phrase.rest().strip() : user);
            }
            boolean failed = body.contains(" failed");
            draft.classify(
                    "ssh_subsystem",
                    failed ? Meaning.FAILURE : Meaning.SUCCESS,
                    java.util.List.of("session"),
                    java.util.List.of("info"));
            draft.put(Ecs.EVENT_REASON, failed ? "subsystem " + subsystem + " not found" : null);
            return true;
        }
        boolean starts = phrase.take("Starting session: ");
        if ((starts && phrase.before(" for ") != null) || phrase.take("Close session: user ")) {
            Origin origin = Origin.of(phrase.rest());
            if (origin != null) {
                origin.describe(draft);
            }
            if (starts) {
                Meaning.sessionOpened(draft);
            } else {
                Meaning.sessionClosed(draft);
            }
            return true;
        }
        return false;
    }
}
