package vn.chieng.api.notifications;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import vn.chieng.api.access.Permission;

/** What a notice is about; the kind knows who may be told at all. */
public enum NoticeKind {
    /** Somebody gave an incident to the person. */
    INCIDENT_ASSIGNED(Permission.INCIDENTS_READ, Reach.NAMED),
    /** A comment names the person. */
    INCIDENT_MENTIONED(Permission.INCIDENTS_READ, Reach.NAMED),
    /** An incident that the person watches changed. */
    INCIDENT_WATCHED(Permission.INCIDENTS_READ, Reach.NAMED),
    /** An incident was opened as a grave one, or became one. */
    INCIDENT_GRAVE(Permission.INCIDENTS_READ, Reach.ROLES),
    /** Those who may decide are asked to look at an incident. */
    INCIDENT_ESCALATED(Permission.INCIDENTS_DECIDE, Reach.ROLES),
    /** A legal clock nears its end or has passed it; told at any hour, never in a digest. */
    CLOCK_WARNING(Permission.INCIDENTS_COUNT, Reach.ROLES),
    /** The time limit of a dossier or an annual report nears or has passed. */
    DOSSIER_DEADLINE(Permission.DOSSIERS_READ, Reach.ROLES),
    /** A delegated role of the person ends soon, or one the person lent. */
    ACCESS_ENDING(Permission.OWN_ACCOUNT, Reach.NAMED),
    /** A review of who has access is due. */
    REVIEW_DUE(Permission.ACCESS_REVIEW, Reach.ROLES),
    /** A log source is silent. */
    SOURCE_SILENT(Permission.COVERAGE_READ, Reach.ROLES),
    /** Something failed that nobody watches: a notice could not be delivered, a signal not be applied. */
    SILENT_FAILURE(Permission.NOTIFICATIONS_EDIT, Reach.ROLES);

    private enum Reach {
        NAMED,
        ROLES
    }

    private final Permission needed;
    private final Reach reach;

    NoticeKind(Permission needed, Reach reach) {
        this.needed = needed;
        this.reach = reach;
    }

    /** What a role must carry for its holders to be told. */
    public Permission needed() {
        return needed;
    }

    /** Whether only the people it names are told, whatever the rules say. */
    public boolean personal() {
        return reach == Reach.NAMED;
    }

    /** Whether neither quiet hours nor a digest hold it back. */
    public boolean urgent() {
        return this == CLOCK_WARNING;
    }

    /** As in addresses, bundle keys and webhooks: {@code clock-warning}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of this code, if there is one. */
    public static Optional<NoticeKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
