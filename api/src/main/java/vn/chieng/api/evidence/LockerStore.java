package vn.chieng.api.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps what is known of the locker's files, holds and requests. */
public interface LockerStore {

    /** The items of an incident and of what was merged into it, latest first. */
    List<EvidenceItem> of(long incidentId);

    /** How many there are. */
    long count(long incidentId);

    /** One of them. */
    default Optional<EvidenceItem> find(long incidentId, UUID id) {
        return of(incidentId).stream().filter(item -> item.id().equals(id)).findFirst();
    }

    /** Adds an item with the first step of its custody. */
    void add(EvidenceItem item);

    /** Keeps holds, requests and the incidents themselves as they are until the transaction ends. */
    void lock(long incidentId);

    /** Notes a proposal to dispose of an item, or with null that there is none any more. */
    void propose(UUID item, EvidenceItem.@Nullable Proposal proposal);

    /** Notes that an item was disposed of. */
    void disposed(UUID item, Instant at);

    /** The items disposed of, the latest thousand. */
    List<UUID> disposed();

    /** Adds a step. */
    void step(UUID item, EvidenceItem.CustodyStep step);

    /** The hold on an incident's evidence. */
    Optional<Hold> hold(long incidentId);

    /** Whether a hold stands on the incident or on anything merged into it. */
    boolean held(long incidentId);

    /** Places a hold; answers false where there is one. */
    boolean place(long incidentId, Hold hold);

    /** Lifts it; answers false where there is none. */
    boolean lift(long incidentId);

    /** The freeze requests of an incident, latest first. */
    List<FreezeRequest> requests(long incidentId);

    /** Records one. */
    void add(long incidentId, FreezeRequest request);

    /** A legal hold: why, when, by whom. */
    record Hold(String reason, Instant placedAt, String placedBy) {}
}
