package vn.chieng.api.signin.sessions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.Scope;
import vn.chieng.api.identity.OpenSession;

/** Keeps who is signed in where. */
public interface SessionStore {

    /** Adds a session, known by the digest of its cookie. */
    void add(KeptSession session, byte[] sha256);

    /** The session of this public id. */
    Optional<KeptSession> find(String publicId);

    /** The session of this cookie's digest. */
    Optional<KeptSession> find(byte[] sha256);

    /** The session goes on under another cookie. */
    void renamed(String publicId, byte[] sha256);

    /** The session goes on in another role. */
    void acts(String publicId, Role role, String organizationId, Instant endsAt);

    /** The person is still there. */
    void seen(String publicId, Instant now, @Nullable String address);

    /** Ends one session; false where it is not open. */
    boolean remove(String publicId);

    /** Ends all sessions of an account but one; answers how many ended. */
    int removeOthers(long accountId, @Nullable String publicId);

    /** Forgets sessions that ended by themselves. */
    void removeEnded(Instant endedBefore, Instant unusedSince);

    /** The account's sessions, the last seen first. */
    List<OpenSession> of(long accountId);

    /** Sessions that act for organisations within, the last seen first. */
    List<OpenSession> within(Scope scope, int limit);
}
