package vn.chieng.api.notifications;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.access.SignedIn;

/** Keeps notices, and who has read them. */
public interface NoticeStore {

    /** A notice as one person sees it. */
    record Told(StoredNotice notice, @Nullable Instant readAt) {}

    /** Notices that nobody was told of yet, the oldest first; locked, without those that another instance has. */
    List<StoredNotice> unspread(int limit);

    /** Tells these people in the console. */
    void tell(long noticeId, Collection<Long> accountIds);

    /** Marks it as spread. */
    void spread(long noticeId, Instant at);

    /** What the caller was told that lies within the role acted in, the latest first. */
    List<Told> list(SignedIn caller, boolean unreadOnly, int offset, int limit);

    /** How many there are. */
    long count(SignedIn caller, boolean unreadOnly);

    /** Marks one as read; empty where the caller was not told. */
    Optional<StoredNotice> read(long id, SignedIn caller, Instant now);

    /** Marks all as read that lie within the role acted in; answers how many. */
    int readAll(SignedIn caller, Instant now);

    /** For each of these accounts a number that changes whenever what it has not read changes. */
    Map<Long, Long> marks(Set<Long> accountIds);
}
