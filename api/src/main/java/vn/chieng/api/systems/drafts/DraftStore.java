package vn.chieng.api.systems.drafts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps drafts, each for the account that began it. */
public interface DraftStore {
    /** Most drafts of one account; the oldest go first. */
    int MOST = 20;

    void add(SystemDraft draft);

    Optional<SystemDraft> find(UUID id, long accountId);

    List<SystemDraft> of(long accountId);

    void change(SystemDraft draft, Instant at);

    void remove(UUID id, long accountId);
}
