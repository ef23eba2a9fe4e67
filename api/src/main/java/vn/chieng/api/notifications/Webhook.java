package vn.chieng.api.notifications;

import java.net.URI;
import java.util.Set;

/**
 * A system of others that is told.
 *
 * @param secret readable by this process only
 * @param drills whether it is told of exercises too
 * @param version advanced by every change
 */
public record Webhook(
        long id,
        String name,
        URI url,
        Sealed secret,
        Set<NoticeKind> kinds,
        boolean drills,
        boolean enabled,
        int version) {

    public Webhook {
        kinds = Set.copyOf(kinds);
    }

    /** The host that is called, which is all that lists show of the address. */
    public String host() {
        return url.getHost();
    }

    /** A secret as the database holds it; not shown, not compared. */
    public static final class Sealed {
        private final byte[] box;

        public Sealed(byte[] box) {
            this.box = box.clone();
        }

        /** The box for whoever opens or keeps it. */
        public byte[] box() {
            return box.clone();
        }
    }

    /** What a person may set of it. */
    public record Draft(String name, URI url, Set<NoticeKind> kinds, boolean drills, boolean enabled) {
        private static final int LONGEST = 200;
        private static final int LONGEST_URL = 2_000;

        public Draft {
            kinds = Set.copyOf(kinds);
            name = name.strip();
            if (name.isEmpty() || name.length() > LONGEST) {
                throw new IllegalArgumentException("name");
            }
            boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
            if (!web
                    || url.getHost() == null
                    || url.getUserInfo() != null
                    || url.toString().length() > LONGEST_URL) {
                throw new IllegalArgumentException("url");
            }
            if (kinds.isEmpty()) {
                throw new IllegalArgumentException("kinds");
            }
        }
    }
}
