package vn.chieng.api.notifications;

import java.util.Collection;
import java.util.Map;

/** Keeps what administrators rule and what people prefer. */
public interface ChoiceStore {

    /** The rules as they stand. */
    NoticeRules rules();

    /** Replaces them; false where they stand in another version by now. */
    boolean change(NoticeRules rules);

    /** What these people chose; whoever chose nothing is absent. */
    Map<Long, NoticePreferences> preferences(Collection<Long> accountIds);

    /** Keeps what a person chose. */
    void keep(long accountId, NoticePreferences preferences);
}
