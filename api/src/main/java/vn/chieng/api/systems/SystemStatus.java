package vn.chieng.api.systems;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a system is in its life; the move to {@link #OPERATING} passes the gates of the law. */
public enum SystemStatus {
    PLANNED,
    BUILDING,
    TRIAL,
    OPERATING,
    SUSPENDED,
    RETIRED;

    /** As in files, addresses and the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status of this code, if there is one. */
    public static Optional<SystemStatus> of(String code) {
        return Arrays.stream(values())
                .filter(status -> status.code().equals(code))
                .findFirst();
    }

    /** Whether a system may go there from here. */
    public boolean leadsTo(SystemStatus next) {
        return switch (this) {
            case PLANNED -> next == BUILDING || next == TRIAL || next == OPERATING || next == RETIRED;
            case BUILDING -> next == PLANNED || next == TRIAL || next == OPERATING || next == RETIRED;
            case TRIAL -> next == BUILDING || next == OPERATING || next == SUSPENDED || next == RETIRED;
            case OPERATING -> next == SUSPENDED || next == RETIRED;
            case SUSPENDED -> next == TRIAL || next == OPERATING || next == RETIRED;
            case RETIRED -> false;
        };
    }
}
