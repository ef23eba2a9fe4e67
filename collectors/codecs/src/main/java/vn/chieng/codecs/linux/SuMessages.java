package vn.chieng.codecs.linux;

import org.jspecify.annotations.Nullable;
import vn.chieng.codecs.EventDraft;

/** What the several programs called su say. */
final class SuMessages {
    private static final String ACTION = "su";

    private SuMessages() {}

    static void describe(EventDraft draft, String message) {
        Phrase phrase = new Phrase(message);
        if (phrase.takeAny("Successful su for ")) {
            changed(draft, phrase.before(" by "), phrase.word(), true);
        } else if (phrase.take("FAILED su for ")) {
            changed(draft, phrase.before(" by "), phrase.word(), false);
        } else if (phrase.takeAny("FAILED SU (to ", "FAILED su (to ")) {
            changed(draft, phrase.before(") "), phrase.word(), false);
        } else if (phrase.take("(to ")) {
            changed(draft, phrase.before(") "), phrase.word(), true);
        } else if (phrase.take("BAD SU ")) {
            String asker = phrase.before(" to ");
            changed(draft, phrase.word(), asker, false);
        } else if (phrase.take("'su ")) {
            String target = phrase.before("' ");
            boolean succeeded = phrase.take("succeeded for ");
            if (succeeded || phrase.take("failed for ")) {
                changed(draft, target, phrase.word(), succeeded);
            }
        } else if (phrase.take("failed: ") && phrase.before(" changing from ") != null) {
            String asker = phrase.before(" to ");
            changed(draft, phrase.word(), asker, false);
        } else {
            describeShort(draft, message);
        }
    }

    /** {@code + /dev/pts/0 admin:root}, {@code - pts/0 admin:root}, {@code admin to root on /dev/ttyp1}. */
    private static void describeShort(EventDraft draft, String message) {
        Phrase phrase = new Phrase(message);
        boolean succeeded = phrase.take("+ ");
        if (succeeded || phrase.take("- ")) {
            phrase.word();
            String asker = phrase.before(":");
            if (asker != null) {
                changed(draft, phrase.word(), asker, succeeded);
            }
            return;
        }
        String asker = phrase.before(" to ");
        String target = asker == null ? null : phrase.before(" on ");
        if (asker != null && target != null && asker.indexOf(' ') < 0 && target.indexOf(' ') < 0) {
            changed(draft, target, asker, true);
        }
    }

    private static void changed(EventDraft draft, @Nullable String target, @Nullable String asker, boolean succeeded) {
        draft.user(asker).effectiveUser(target);
        if (succeeded) {
            Meaning.authenticated(draft, ACTION);
        } else {
            Meaning.refused(draft, ACTION, "su refused");
        }
    }
}
