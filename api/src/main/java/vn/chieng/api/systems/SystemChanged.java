package vn.chieng.api.systems;

import java.util.UUID;

/** Told within the transaction that changed a system. */
public record SystemChanged(UUID systemId, Change change) {

    /** What changed. */
    public enum Change {
        ADDED,
        CARD,
        ANSWERS,
        LEVEL,
        STATUS,
        ADDRESSES,
        LINKS
    }
}
