package vn.chieng.codecs.linux;

import org.jspecify.annotations.Nullable;
import vn.chieng.codecs.EventDraft;
import vn.chieng.event.Ecs;

/** Users and groups made, changed and removed. */
final class AccountMessages {
    private AccountMessages() {}

    static void describe(EventDraft draft, String program, String message) {
        boolean known = created(draft, message) || membership(draft, message) || removed(draft, message);
        if (!known) {
            changed(draft, program, message);
        }
    }

    /** {@code new user: name=x, UID=1001, GID=1001, home=…}, {@code group added to /etc/group: name=x, GID=1001}. */
    private static boolean created(EventDraft draft, String message) {
        Phrase phrase = new Phrase(message);
        if (phrase.take("new user: ")) {
            draft.user(value(phrase.rest(), "name=")).put(Ecs.USER_ID, value(phrase.rest(), "UID="));
            draft.put("group.id", value(phrase.rest(), "GID="));
            Meaning.account(draft, "added-user-account", Meaning.SUCCESS, "user", "creation");
        } else if (phrase.take("new group: ") || (phrase.take("group added to ") && phrase.before(": ") != null)) {
            draft.put("group.name", value(phrase.rest(), "name=")).put("group.id", value(phrase.rest(), "GID="));
            Meaning.account(draft, "added-group-account", Meaning.SUCCESS, "group", "creation");
        } else if (phrase.take("failed adding user ")) {
            draft.user(phrase.quotedOrWord());
            Meaning.account(draft, "added-user-account", Meaning.FAILURE, "user", "creation");
        } else {
            return false;
        }
        return true;
    }

    /** {@code add 'x' to group 'sudo'}, {@code delete 'x' from group 'sudo'}. */
    private static boolean membership(EventDraft draft, String message) {
        Phrase phrase = new Phrase(message);
        boolean added = phrase.take("add ");
        if (!added && !phrase.take("delete '")) {
            return false;
        }
        String user = added ? phrase.quotedOrWord() : phrase.before("'");
        boolean group = phrase.before("group ") != null;
        if (!group) {
            return false;
        }
        draft.user(user).put("group.name", phrase.quotedOrWord());
        String action = added ? "added-user-to-group" : "removed-user-from-group";
        Meaning.account(draft, action, Meaning.SUCCESS, "group", "change");
        return true;
    }

    private static boolean removed(EventDraft draft, String message) {
        Phrase phrase = new Phrase(message);
        if (phrase.takeAny("delete user ", "removed user ")) {
            draft.user(phrase.quotedOrWord());
            Meaning.account(draft, "deleted-user-account", Meaning.SUCCESS, "user", "deletion");
            return true;
        }
        if (phrase.takeAny("removed group ", "removed shadow group ", "group '") && message.contains("removed")) {
            String group = message.startsWith("group '") ? phrase.before("'") : phrase.quotedOrWord();
            draft.put("group.name", group);
            Meaning.account(draft, "deleted-group-account", Meaning.SUCCESS, "group", "deletion");
            return true;
        }
        return false;
    }

    private static void changed(EventDraft draft, String program, String message) {
        Phrase phrase = new Phrase(message);
        if (phrase.takeAny("change user ", "changed user ")) {
            draft.user(phrase.quotedOrWord());
            String action = message.endsWith(" password") ? "changed-password" : "modified-user-account";
            Meaning.account(draft, action, Meaning.SUCCESS, "user", "change");
        } else if (phrase.take("changed password expiry for ")) {
            draft.user(phrase.word());
            Meaning.account(draft, "modified-user-account", Meaning.SUCCESS, "user", "change");
        } else if (phrase.takeAny("password for ", "password changed for ")) {
            draft.user(phrase.quotedOrWord());
            Meaning.account(draft, "changed-password", Meaning.SUCCESS, "user", "change");
        } else if (phrase.take("lock user ") || phrase.take("unlock user ")) {
            draft.user(phrase.quotedOrWord());
            Meaning.account(draft, "modified-user-account", Meaning.SUCCESS, "user", "change");
        } else if (program.startsWith("group") && phrase.take("change group ")) {
            draft.put("group.name", phrase.quotedOrWord());
            Meaning.account(draft, "modified-group-account", Meaning.SUCCESS, "group", "change");
        }
    }

    private static @Nullable String value(String text, String key) {
        int start = text.indexOf(key);
        if (start < 0) {
            return null;
        }
        int from = start + key.length();
        int end = text.indexOf(',', from);
        return text.substring(from, end < 0 ? text.length() : end).strip();
    }
}
