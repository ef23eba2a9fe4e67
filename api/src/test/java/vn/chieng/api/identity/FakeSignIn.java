package vn.chieng.api.identity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.annotation.Fallback;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.Scope;

/** Remembers what was asked of sign-in; steps aside where the real one is there. */
@Component
@Fallback
public final class FakeSignIn implements SignInAdministration {
    static final String PASSWORD = "mot-lan-duy-nhat-4711";
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, OpenSession> sessions = new ConcurrentHashMap<>();

    /** Somebody signs in. */
    public void opened(String publicId, long accountId, String organizationId) {
        sessions.put(
                publicId,
                new OpenSession(
                        publicId,
                        accountId,
                        "name-" + accountId,
                        "Người " + accountId,
                        Role.OWNER,
                        organizationId,
                        "192.0.2.1",
                        "<b>browser</b>",
                        Instant.EPOCH,
                        Instant.EPOCH));
    }

    /** The sessions that are open. */
    public Set<String> open() {
        return Set.copyOf(sessions.keySet());
    }

    /** What was asked for. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public String resetPassword(long accountId) {
        asked.add("password " + accountId);
        return PASSWORD;
    }

    @Override
    public void unlock(long accountId) {
        asked.add("unlock " + accountId);
    }

    @Override
    public void resetSecondFactor(long accountId) {
        asked.add("factor " + accountId);
    }

    @Override
    public int endSessions(long accountId) {
        asked.add("end " + accountId);
        return 1;
    }

    @Override
    public SignInState state(long accountId) {
        return new SignInState(null, false, false, false, null, 0);
    }

    @Override
    public List<OpenSession> sessions(Scope scope, int limit) {
        return new ArrayList<>(sessions.values().stream()
                .filter(each -> scope.covers(each.organizationId()))
                .limit(limit)
                .toList());
    }

    @Override
    public boolean endSession(String publicId) {
        return sessions.remove(publicId) != null;
    }

    @Override
    public List<OpenToken> tokens(long accountId) {
        return List.of();
    }

    @Override
    public boolean withdrawToken(long tokenId) {
        return false;
    }
}
