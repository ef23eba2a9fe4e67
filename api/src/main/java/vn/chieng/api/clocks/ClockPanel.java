package vn.chieng.api.clocks;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.clocks.file.LegalClock;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentPanel;
import vn.chieng.api.incidents.IncidentState;
import vn.chieng.law.clocks.Moment;

/** The clocks in the head of an incident, with T0. */
@Component
final class ClockPanel implements IncidentPanel {
    private final ClockViews views;
    private final ClockDuties duties;

    ClockPanel(ClockViews views, ClockDuties duties) {
        this.views = views;
        this.duties = duties;
    }

    @Override
    public Place place() {
        return Place.HEAD;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Optional<Content> content(Incident incident, SignedIn caller) {
        return Optional.of(new Content("clocks/panel", model(incident, caller)));
    }

    Map<String, Object> model(Incident incident, SignedIn caller) {
        Locale locale = LocaleContextHolder.getLocale();
        Map<String, Moment> moments = duties.of(incident).moments();
        boolean corrected = moments.values().stream()
                .anyMatch(moment -> !moment.corrections().isEmpty());
        List<ClockView> clocks = views.of(incident, locale).stream()
                .filter(view -> view.clock().state() != LegalClock.State.STOPPED)
                .toList();
        return Map.of(
                "clocks", clocks,
                "undecided", views.undecided(incident, locale),
                "moments", moments,
                "corrected", corrected,
                "working", caller.may(Permission.INCIDENTS_WORK) && incident.state() != IncidentState.MERGED);
    }
}
