package vn.chieng.api.notifications;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.chieng.api.access.Role;

/**
 * Who is told what by which channel.
 *
 * @param version advanced by every change
 */
public record NoticeRules(Map<Cell, Channels> cells, int version) {

    /** A kind of notice and a role. */
    public record Cell(NoticeKind kind, Role role) {
        /** Whether holders of the role may be told such things at all. */
        public boolean possible() {
            return !kind.personal() && role.grants(kind.needed());
        }
    }

    /** The ways the holders are told. */
    public record Channels(boolean console, boolean mail) {
        static final Channels NONE = new Channels(false, false);

        Channels or(Channels other) {
            return new Channels(console || other.console, mail || other.mail);
        }

        boolean any() {
            return console || mail;
        }
    }

    public NoticeRules {
        Map<Cell, Channels> kept = new HashMap<>(cells);
        kept.entrySet()
                .removeIf(each -> !each.getKey().possible() || !each.getValue().any());
        cells = Map.copyOf(kept);
    }

    /** How holders of the role are told of the kind. */
    public Channels of(NoticeKind kind, Role role) {
        return Optional.ofNullable(cells.get(new Cell(kind, role))).orElse(Channels.NONE);
    }
}
