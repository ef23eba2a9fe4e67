package vn.chieng.api.notifications;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentEvent;
import vn.chieng.api.incidents.presence.Watching;

/** Tells of incidents, within the transaction that changes them. */
@Component
final class IncidentNotices {
    private final Notices notices;
    private final Watching watching;
    private final MessageSource messages;

    IncidentNotices(Notices notices, Watching watching, MessageSource messages) {
        this.notices = notices;
        this.watching = watching;
        this.messages = messages;
    }

    @EventListener
    void onChange(IncidentEvent event) {
        Incident incident = event.incident();
        switch (event) {
            case IncidentEvent.Opened _ -> tellIfGrave(incident, "opened");
            case IncidentEvent.Grown(var _, boolean raised) -> {
                if (raised) {
                    tellIfGrave(incident, "raised");
                    tellWatchers(event, "raised");
                }
            }
            case IncidentEvent.SeverityChanged changed -> {
                if (incident.severity().compareTo(changed.before()) < 0) {
                    tellIfGrave(incident, "raised");
                }
                tellWatchers(event, "severity");
            }
            case IncidentEvent.Assigned assigned -> {
                tellAssignee(assigned);
                tellWatchers(event, "assigned");
            }
            case IncidentEvent.Escalated escalated -> {
                NoticeText why = new NoticeText(escalated.reason(), escalated.reason());
                send(incident, NoticeKind.INCIDENT_ESCALATED, "escalated", escalated.by(), Set.of(), why);
                tellWatchers(event, "escalated");
            }
            case IncidentEvent.Answered answered -> {
                tellWhoAsked(answered);
                tellWatchers(event, "answered");
            }
            case IncidentEvent.Commented commented -> {
                tellMentioned(commented);
                tellWatchers(event, "commented");
            }
            case IncidentEvent.Moved _ -> tellWatchers(event, "moved");
            case IncidentEvent.Merged _, IncidentEvent.Unmerged _, IncidentEvent.Split _ ->
                tellWatchers(event, "merged");
            case IncidentEvent.Classified _, IncidentEvent.TaskChanged _, IncidentEvent.ObservableChanged _ -> {
                // on the page and in its timeline; nobody is called for it
            }
        }
    }

    private void tellIfGrave(Incident incident, String what) {
        if (incident.severity().grave()) {
            send(incident, NoticeKind.INCIDENT_GRAVE, what, null, Set.of(), null);
        }
    }

    private void tellAssignee(IncidentEvent.Assigned assigned) {
        Long assignee = assigned.incident().assigneeId();
        if (assignee != null) {
            send(
                    assigned.incident(),
                    NoticeKind.INCIDENT_ASSIGNED,
                    "assigned.you",
                    assigned.by(),
                    Set.of(assignee),
                    null);
        }
    }

    private void tellWhoAsked(IncidentEvent.Answered answered) {
        Long asked = answered.escalation().accountId();
        if (asked != null && asked != answered.by().accountId()) {
            send(
                    answered.incident(),
                    NoticeKind.INCIDENT_ASSIGNED,
                    "answered",
                    answered.by(),
                    Set.of(asked),
                    new NoticeText(answered.answer(), answered.answer()));
        }
    }

    private void tellMentioned(IncidentEvent.Commented commented) {
        if (!commented.mentioned().isEmpty()) {
            send(
                    commented.incident(),
                    NoticeKind.INCIDENT_MENTIONED,
                    "mentioned",
                    commented.by(),
                    commented.mentioned(),
                    new NoticeText(commented.text(), commented.text()));
        }
    }

    private void tellWatchers(IncidentEvent event, String what) {
        Set<Long> watchers = new TreeSet<>(watching.watchers(event.incident().id()));
        if (event instanceof IncidentEvent.Commented commented) {
            watchers.removeAll(commented.mentioned());
        }
        if (event instanceof IncidentEvent.Assigned && event.incident().assigneeId() != null) {
            watchers.remove(event.incident().assigneeId());
        }
        if (!watchers.isEmpty()) {
            send(event.incident(), NoticeKind.INCIDENT_WATCHED, what, event.by(), watchers, null);
        }
    }

    private void send(
            Incident incident,
            NoticeKind kind,
            String what,
            @Nullable SignedIn by,
            Set<Long> people,
            @Nullable NoticeText detail) {
        // the time of the change makes one notice of each change, and one only where a listener runs again
        String key =
                kind.code() + "-" + incident.id() + "-" + what + "-" + incident.version() + "-" + incident.changedAt();
        notices.send(new Notice(
                kind,
                key,
                NoticeText.each(locale -> words(incident, what, by, locale)),
                detail,
                "/incidents/" + incident.id(),
                Set.copyOf(incident.organizationIds()),
                people,
                !incident.exerciseIds().isEmpty(),
                by == null || by.accountId() == 0 ? null : by.accountId()));
    }

    private String words(Incident incident, String what, @Nullable SignedIn by, Locale locale) {
        return messages.getMessage(
                "notifications.incident." + what,
                new Object[] {
                    incident.number(),
                    messages.getMessage(
                            "console.severity." + incident.severity().name(), null, locale),
                    incident.title(locale),
                    by == null ? messages.getMessage("notifications.by.process", null, locale) : by.displayName(),
                    messages.getMessage("incidents.state." + incident.state().code(), null, locale)
                },
                locale);
    }
}
