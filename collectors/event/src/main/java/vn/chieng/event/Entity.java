package vn.chieng.event;

import java.util.Locale;

/** Whom a detection is about; its {@link #key()} is the record key of {@code chieng.detections}. */
public record Entity(Kind kind, String value) {

    /** The kinds by which detections are counted together. */
    public enum Kind {
        /** A host within its organisation: {@code <organization.id>/<host.name>}. */
        HOST,
        /** A user within its organisation: {@code <organization.id>/<user.name>}. */
        USER,
        /** A source address, across organisations. */
        SOURCE
    }

    public Entity {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("an entity needs a value");
        }
    }

    /** {@code host:52-21583/web-01}, {@code source:203.0.113.5}. */
    public String key() {
        return kind.name().toLowerCase(Locale.ROOT) + ":" + value;
    }
}
