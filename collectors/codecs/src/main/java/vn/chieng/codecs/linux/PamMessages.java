package vn.chieng.codecs.linux;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.chieng.codecs.EventDraft;
import vn.chieng.event.Ecs;

/** What PAM modules say, whichever program they say it for: {@code pam_unix(sshd:session): session opened for user root}. */
final class PamMessages {
    private static final String ACTION = "pam_authentication";
    private static final int LONGEST_PREFIX = 80;

    private PamMessages() {}

    static void describe(EventDraft draft, String program, String message) {
        draft.dataset("system", "system.auth");
        String body = body(message);
        String service = service(program, message);
        boolean known = session(draft, service, body) || failure(draft, service, body) || account(draft, body);
        if (!known && body.startsWith("password changed for ")) {
            draft.user(body.substring("password changed for ".length()).strip());
            Meaning.account(draft, "changed-password", Meaning.SUCCESS, "user", "change");
        }
    }

    /** Behind {@code pam_unix(sshd:auth): } or {@code (pam_unix) }. */
    private static String body(String message) {
        if (message.startsWith("(pam_")) {
            int end = message.indexOf(") ");
            return end < 0 ? message : message.substring(end + 2);
        }
        int colon = message.startsWith("pam_") ? message.indexOf(": ") : -1;
        return colon < 0 || colon > LONGEST_PREFIX ? message : message.substring(colon + 2);
    }

    /** {@code sshd} of {@code pam_unix(sshd:auth)}; the program where the module does not say. */
    private static String service(String program, String message) {
        int open = message.startsWith("pam_") ? message.indexOf('(') : -1;
        int end = open < 0 ? -1 : message.indexOf(':', open);
        return end < 0 || end - open > LONGEST_PREFIX ? program : message.substring(open + 1, end);
    }

    private static boolean session(EventDraft draft, String service, String body) {
        Phrase phrase = new Phrase(body);
        if (phrase.take("session opened for user ")) {
            opened(draft, service, phrase);
            Meaning.sessionOpened(draft);
            return true;
        }
        if (phrase.take("session closed for user ")) {
            draft.user(phrase.word());
            Meaning.sessionClosed(draft);
            return true;
        }
        return false;
    }

    /** {@code root(uid=0) by admin(uid=1000)}: behind "by" stands who asked, which is nobody for a service. */
    private static void opened(EventDraft draft, String service, Phrase phrase) {
        String target = phrase.word();
        String asker = phrase.take("by ") ? phrase.word() : "";
        String askerName = nameOf(asker);
        if (askerName.isEmpty() || askerName.equals("LOGIN") || !changesUser(service)) {
            draft.user(nameOf(target)).put(Ecs.USER_ID, idOf(target));
            return;
        }
        draft.user(askerName).put(Ecs.USER_ID, idOf(asker));
        draft.effectiveUser(nameOf(target)).put("user.effective.id", idOf(target));
    }

    private static boolean changesUser(String service) {
        return service.startsWith("su") || service.startsWith("runuser") || service.startsWith("polkit");
    }

    private static String nameOf(String nameAndId) {
        int bracket = nameAndId.indexOf('(');
        return bracket < 0 ? nameAndId : nameAndId.substring(0, bracket);
    }

    private static @Nullable String idOf(String nameAndId) {
        int start = nameAndId.indexOf("(uid=");
        int end = start < 0 ? -1 : nameAndId.indexOf(')', start);
        return end < 0 ? null : nameAndId.substring(start + "(uid=".length(), end);
    }

    private static boolean failure(EventDraft draft, String service, String body) {
        Phrase phrase = new Phrase(body);
        if (phrase.takeAny("authentication failure;", "authentication failure")) {
            Meaning.refused(draft, action(service), "authentication failure");
            describeParties(draft, service, phrase.rest());
            return true;
        }
        if (phrase.take("authentication success;")) {
            Meaning.authenticated(draft, action(service));
            describeParties(draft, service, phrase.rest());
            return true;
        }
        if (phrase.take("check pass; user unknown")) {
            Meaning.refused(draft, action(service), "user unknown");
            return true;
        }
        if (body.startsWith("requirement ") && body.contains(" not met by user ")) {
            int user = body.indexOf(" not met by user ") + " not met by user ".length();
            draft.user(new Phrase(body.substring(user)).quotedOrWord());
            Meaning.refused(draft, action(service), body.substring(0, user - " by user ".length()));
            return true;
        }
        return namedFailure(draft, service, body);
    }

    private static boolean namedFailure(EventDraft draft, String service, String body) {
        Phrase phrase = new Phrase(body);
        if (phrase.take("auth could not identify password for ")) {
            draft.user(bracketless(phrase.word()));
            Meaning.refused(draft, action(service), "no password given");
        } else if (phrase.take("bad username ")) {
            draft.user(bracketless(phrase.word()));
            Meaning.refused(draft, action(service), "bad username");
        } else if (phrase.takeAny("Refused user ", "Consecutive login failures for user ", "received for user ")) {
            String user = phrase.word();
            draft.user(user.endsWith(":") ? user.substring(0, user.length() - 1) : user);
            Meaning.refused(draft, action(service), phrase.rest());
        } else if (phrase.take("access denied for user ")) {
            draft.user(phrase.quotedOrWord());
            phrase.take(" ");
            draft.source(phrase.take("from ") ? phrase.quotedOrWord() : null);
            Meaning.refused(draft, action(service), "access denied");
        } else if (phrase.take("user ") && body.contains(" tally ")) {
            draft.user(phrase.word());
            Meaning.refused(draft, action(service), "too many failures");
        } else {
            return false;
        }
        return true;
    }

    private static boolean account(EventDraft draft, String body) {
        Phrase phrase = new Phrase(body);
        if (phrase.takeAny("account ", "expired password for user ") && body.contains("expired")) {
            draft.user(phrase.word());
            Meaning.refused(draft, ACTION, "expired");
            return true;
        }
        return false;
    }

    /** {@code logname= uid=0 euid=0 tty=ssh ruser=admin rhost=192.0.2.1  user=root}. */
    static void describeParties(EventDraft draft, String service, String parties) {
        String asker = value(parties, "ruser=");
        String target = value(parties, "user=");
        draft.source(value(parties, "rhost="));
        if (asker.isEmpty() || !changesUser(service)) {
            draft.user(target);
            return;
        }
        draft.user(asker).put(Ecs.USER_ID, value(parties, " uid="));
        draft.effectiveUser(target.equals(asker) ? null : target);
    }

    /** The word behind a key that begins at a space (or begins the text); empty where it is missing. */
    private static String value(String parties, String key) {
        String name = key.strip();
        int start = parties.startsWith(name) ? 0 : parties.indexOf(" " + name);
        if (start < 0) {
            return "";
        }
        int from = parties.indexOf('=', start) + 1;
        int end = parties.indexOf(' ', from);
        return parties.substring(from, end < 0 ? parties.length() : end);
    }

    private static String action(String service) {
        return service.toLowerCase(Locale.ROOT).startsWith("sshd") ? SshdMessages.LOGIN : ACTION;
    }

    private static String bracketless(String word) {
        return word.startsWith("[") && word.endsWith("]") ? word.substring(1, word.length() - 1) : word;
    }
}
