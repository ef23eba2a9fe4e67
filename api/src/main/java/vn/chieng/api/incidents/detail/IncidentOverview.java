package vn.chieng.api.incidents.detail;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentStore;
import vn.chieng.api.incidents.Reader;
import vn.chieng.api.incidents.timeline.Timeline;
import vn.chieng.api.incidents.timeline.TimelineEntry;

/** Puts into the model what the first page of an incident shows: its timeline and its rules. */
@Component
public final class IncidentOverview {
    private static final int MOST_ENTRIES = 200;

    private final IncidentView view;
    private final IncidentStore store;
    private final Timeline timeline;

    IncidentOverview(IncidentView view, IncidentStore store, Timeline timeline) {
        this.view = view;
        this.store = store;
        this.timeline = timeline;
    }

    /** Fills the model and names the template. */
    public String fill(Incident incident, TimelineEntry.@Nullable Source only, SignedIn caller, Model model) {
        view.fill(incident, "", caller, model);
        Reader reader = Reader.of(caller);
        model.addAttribute("timeline", timeline.of(incident, reader, only, MOST_ENTRIES));
        model.addAttribute("sources", TimelineEntry.Source.values());
        model.addAttribute("only", only);
        model.addAttribute("rules", store.rules(incident.id(), caller.scope()));
        return IncidentView.TEMPLATE;
    }
}
