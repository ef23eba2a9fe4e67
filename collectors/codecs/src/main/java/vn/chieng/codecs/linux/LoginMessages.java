package vn.chieng.codecs.linux;

import vn.chieng.codecs.EventDraft;

/** Sessions as systemd-logind counts them, and sign-ins at a console. */
final class LoginMessages {
    private static final String ACTION = "console_login";

    private LoginMessages() {}

    static void describe(EventDraft draft, String message) {
        Phrase phrase = new Phrase(message);
        if (phrase.take("New session ")) {
            if (phrase.before(" of user ") != null) {
                String user = phrase.word();
                draft.user(user.endsWith(".") ? user.substring(0, user.length() - 1) : user);
            }
            Meaning.sessionOpened(draft);
        } else if (phrase.take("Removed session ") || (phrase.take("Session ") && message.contains(" logged out"))) {
            Meaning.sessionClosed(draft);
        } else if (phrase.take("ROOT LOGIN ")) {
            draft.user("root");
            from(draft, message);
            Meaning.authenticated(draft, ACTION);
        } else if (phrase.take("LOGIN ON ") && phrase.before(" BY ") != null) {
            draft.user(phrase.word());
            from(draft, message);
            Meaning.authenticated(draft, ACTION);
        } else if (phrase.takeAny("FAILED LOGIN ", "FAILED LOGIN(")) {
            if (phrase.before(" FOR ") != null) {
                String user = phrase.quotedOrWord();
                draft.user(user.endsWith(",") ? user.substring(0, user.length() - 1) : user);
            }
            from(draft, message);
            Meaning.refused(draft, ACTION, "failed login");
        }
    }

    private static void from(EventDraft draft, String message) {
        Phrase phrase = new Phrase(message);
        if (phrase.before(" FROM ") != null) {
            draft.source(phrase.word());
        }
    }
}
