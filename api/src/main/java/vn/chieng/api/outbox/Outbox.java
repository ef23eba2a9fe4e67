package vn.chieng.api.outbox;

import org.jspecify.annotations.Nullable;

/** Sends to Kafka what a transaction has changed, if and only if it commits; in order, at least once, the latest value of a key last. */
public interface Outbox {
    /** Bytes of the largest value; a broker's own limit leaves room for key and headers. */
    int MOST_BYTES = 1_000_000;
    /** Records of one transaction; larger changes come in several. */
    int MOST_RECORDS = 10_000;

    /**
     * Publishes with the transaction that the caller is in.
     *
     * @param topic with its prefix; created compacted where it is absent
     * @param value null takes the key's record away
     * @throws IllegalStateException outside a transaction, or past {@link #MOST_RECORDS}
     * @throws IllegalArgumentException where the value is larger than {@link #MOST_BYTES}
     */
    void publish(String topic, String key, byte @Nullable [] value);
}
