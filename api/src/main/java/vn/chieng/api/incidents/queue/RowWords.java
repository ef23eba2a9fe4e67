package vn.chieng.api.incidents.queue;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.chieng.api.console.Shown;
import vn.chieng.api.console.Times;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentDeadlines.Deadline;
import vn.chieng.api.incidents.Severity;
import vn.chieng.api.organizations.OrganizationDirectory;
import vn.chieng.api.systems.RegisteredSystem;

/** Says an incident in the words of a row; whatever an unknown hand wrote is made harmless to look at here. */
@Component
final class RowWords {
    private static final int MOST_BODIES = 3;
    private static final String NOTHING = "–";

    private final MessageSource messages;
    private final Times times;
    private final Shown shown;
    private final OrganizationDirectory organizations;
    private final Clock clock;

    RowWords(MessageSource messages, Times times, Shown shown, OrganizationDirectory organizations, Clock clock) {
        this.messages = messages;
        this.times = times;
        this.shown = shown;
        this.organizations = organizations;
        this.clock = clock;
    }

    QueueRow row(Incident incident, QueueRows.Facts facts, Set<QueueColumn> columns, Locale locale) {
        List<String> labels = facts.labels(incident).stream().map(shown::text).toList();
        String path = "/incidents/" + incident.id();
        return new QueueRow(
                incident.id(),
                incident.number(),
                path,
                path + "/quick",
                "inc-" + incident.id(),
                shown.text(incident.title(locale)),
                shown.text(incident.subject()),
                text("incidents.detections", locale, incident.detections()),
                !incident.exerciseIds().isEmpty(),
                incident.escalation() == null ? null : text("incidents.escalated", locale),
                columns.contains(QueueColumn.LABELS) ? List.of() : labels,
                text("queue.values", locale, incident.number()),
                columns.contains(QueueColumn.SEVERITY) ? grade(incident.severity(), locale) : null,
                columns.contains(QueueColumn.SYSTEM) ? about(facts.system(incident)) : null,
                columns.contains(QueueColumn.ORGANIZATIONS)
                        ? bodies(
                                incident.organizationIds(),
                                columns.contains(QueueColumn.SYSTEM) ? null : facts.system(incident),
                                locale)
                        : null,
                columns.contains(QueueColumn.WORK) ? work(incident, locale) : null,
                columns.contains(QueueColumn.LABELS) ? labels : null,
                columns.contains(QueueColumn.GROUP)
                        ? Objects.requireNonNullElse(incident.classification().group(), NOTHING)
                        : null,
                columns.contains(QueueColumn.TECHNIQUES) ? shown.text(String.join(" ", incident.techniques())) : null,
                columns.contains(QueueColumn.TLP)
                        ? incident.classification().tlp().label()
                        : null,
                columns.contains(QueueColumn.DEADLINE) ? due(facts.deadline(incident), locale) : null,
                columns.contains(QueueColumn.CREATED) ? moment(incident.detectedAt(), locale) : null,
                columns.contains(QueueColumn.SEEN) ? moment(incident.lastSeen(), locale) : null);
    }

    private QueueRow.Grade grade(Severity severity, Locale locale) {
        String shape = switch (severity) {
            case M1 -> "M6 0l6 6-6 6-6-6z";
            case M2 -> "M6 .5L12 11.5H0z";
            case M3 -> "M1 1h10v10H1z";
            case M4 -> "M6 .5a5.500 5.500 0 1 0 0 11 5.500 5.500 0 0 0 0-11z";
        };
        return new QueueRow.Grade(
                "severity severity-" + severity.name().toLowerCase(Locale.ROOT),
                shape,
                text("queue.severity." + severity.name(), locale),
                text("console.severity." + severity.name(), locale));
    }

    private QueueRow.About about(@Nullable RegisteredSystem system) {
        return system == null
                ? new QueueRow.About(null, null, null)
                : new QueueRow.About("/systems/" + system.id(), system.level(), shown.text(system.name()));
    }

    private QueueRow.Bodies bodies(List<String> ids, @Nullable RegisteredSystem system, Locale locale) {
        return new QueueRow.Bodies(
                ids.stream()
                        .limit(MOST_BODIES)
                        .map(id -> shown.text(organizations.name(id, locale)))
                        .toList(),
                ids.size() > MOST_BODIES
                        ? text("incidents.organizations.more", locale, ids.size() - MOST_BODIES)
                        : null,
                system == null ? null : about(system));
    }

    private QueueRow.Work work(Incident incident, Locale locale) {
        String tone = switch (incident.state()) {
            case NEW -> "waiting";
            case VERIFYING, CONFIRMED, CONTAINING, REMEDIATING, RECOVERED, AWAITING_REPORT -> "active";
            case DISMISSED, CLOSED, MERGED -> "quiet";
        };
        String assignee = incident.assigneeName();
        return new QueueRow.Work(
                tone,
                text("incidents.state." + incident.state().code(), locale),
                assignee == null ? text("incidents.unassigned", locale) : shown.text(assignee));
    }

    private QueueRow.Due due(@Nullable Deadline deadline, Locale locale) {
        if (deadline == null) {
            return new QueueRow.Due(null, null, null, null);
        }
        boolean late = deadline.dueAt().isBefore(clock.instant());
        return new QueueRow.Due(
                deadline.clock(),
                moment(deadline.dueAt(), locale),
                late ? "late" : null,
                late ? text("queue.deadline.late", locale) : null);
    }

    private QueueRow.Moment moment(Instant at, Locale locale) {
        return new QueueRow.Moment(at.toString(), times.exact(at), times.relative(at, locale));
    }

    private String text(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values.length == 0 ? null : values, locale);
    }
}
