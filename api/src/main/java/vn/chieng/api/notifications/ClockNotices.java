package vn.chieng.api.notifications;

import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.Scope;
import vn.chieng.api.clocks.ClockWarning;
import vn.chieng.api.console.Times;
import vn.chieng.api.identity.Held;
import vn.chieng.api.identity.PeopleStore;
import vn.chieng.api.incidents.IncidentRegister;
import vn.chieng.api.incidents.Reader;

/** Tells of legal clocks: those the rules choose, and those the law pack wants to hear of it. */
@Component
final class ClockNotices {
    private static final int OVER = 100;

    private final Notices notices;
    private final IncidentRegister incidents;
    private final PeopleStore people;
    private final Times times;
    private final MessageSource messages;
    private final Clock clock;

    ClockNotices(
            Notices notices,
            IncidentRegister incidents,
            PeopleStore people,
            Times times,
            MessageSource messages,
            Clock clock) {
        this.notices = notices;
        this.incidents = incidents;
        this.people = people;
        this.times = times;
        this.messages = messages;
        this.clock = clock;
    }

    @EventListener
    void onWarning(ClockWarning warning) {
        Object[] values = {warning.clock(), warning.incidentNumber(), times.brief(warning.due()), warning.percent()};
        boolean drill = incidents
                .find(warning.incidentId(), Reader.EVERYTHING)
                .filter(incident -> !incident.exerciseIds().isEmpty())
                .isPresent();
        notices.send(Notice.toRoles(
                        NoticeKind.CLOCK_WARNING,
                        "clock-" + warning.incidentId() + "-" + warning.clock() + "-" + warning.percent() + "-"
                                + warning.due(),
                        NoticeText.of(
                                messages,
                                warning.percent() >= OVER ? "notifications.clock.over" : "notifications.clock.near",
                                values),
                        "/incidents/" + warning.incidentId() + "/clocks",
                        Set.copyOf(warning.organizationIds()))
                .to(holders(warning.roles()))
                .inDrill(drill));
    }

    private Set<Long> holders(Set<Role> roles) {
        return people.held(new Scope.Everything(), clock.instant()).stream()
                .map(Held::assignment)
                .filter(held -> roles.contains(held.role()))
                .map(held -> held.accountId())
                .collect(Collectors.toUnmodifiableSet());
    }
}
