package vn.chieng.api.audit.proof;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the anchors, the keys they are signed with, and where they were sent. */
public interface AnchorStore {

    /** How the sending of an anchor to one place stands. */
    record Delivery(
            LocalDate day,
            String target,
            int attempts,
            Instant triedAt,
            @Nullable Instant deliveredAt,
            @Nullable String problem) {}

    /** Whether nobody else makes or sends anchors until the running transaction is over. */
    boolean alone();

    /** Makes a public key known; one that is known stays as it is. */
    void publish(PublishedKey key, Instant at);

    /** All that anything was ever signed with, the oldest first. */
    List<PublishedKey> keys();

    void add(StoredAnchor anchor);

    /** That of the latest day. */
    Optional<StoredAnchor> last();

    /** Those of the days from the first to the last given, in their order. */
    List<StoredAnchor> between(LocalDate from, LocalDate to, int limit);

    /** The latest first. */
    List<StoredAnchor> page(int offset, int limit);

    /** How many there are. */
    long count();

    /** Those that this place has not got, the oldest first. */
    List<StoredAnchor> undelivered(String target, int limit);

    /** Notes a try; what went wrong is null where nothing did. */
    void tried(LocalDate day, String target, Instant at, @Nullable String problem);

    /** How the sending of these days stands. */
    List<Delivery> deliveries(LocalDate from, LocalDate to);
}
