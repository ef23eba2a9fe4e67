package vn.chieng.api.systems.belongings;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A connection of a system with another, registered or outside.
 *
 * @param otherId the other registered system, or null where it is known by name only
 * @param otherName the name of what is not registered
 * @param direction as seen from the system that states the link
 * @param data what travels
 */
public record SystemLink(
        long id,
        UUID systemId,
        @Nullable UUID otherId,
        @Nullable String otherName,
        Kind kind,
        Direction direction,
        @Nullable String data) {

    /** The kinds of connections. */
    public enum Kind {
        API,
        PLATFORM,
        DATABASE,
        FILES,
        NETWORK,
        SIGN_IN,
        OTHER;

        /** As in bundle keys and the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Which way data travels. */
    public enum Direction {
        OUT,
        IN,
        BOTH;

        /** As in bundle keys and the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** As the other end sees it. */
        public Direction reversed() {
            return switch (this) {
                case OUT -> IN;
                case IN -> OUT;
                case BOTH -> BOTH;
            };
        }
    }
}
