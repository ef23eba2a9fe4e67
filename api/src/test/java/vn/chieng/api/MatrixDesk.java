package vn.chieng.api;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import vn.chieng.api.AccessMatrixIT.Place;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.Scope;
import vn.chieng.api.evidence.KeptEvidence;
import vn.chieng.api.incidents.Tlp;
import vn.chieng.api.incidents.observables.ObservableOutcome;
import vn.chieng.api.incidents.observables.ObservableStore;
import vn.chieng.api.incidents.tasks.TaskDraft;
import vn.chieng.api.incidents.tasks.TaskOutcome;
import vn.chieng.api.incidents.tasks.TaskStore;
import vn.chieng.api.reports.MadeReports;

/** A task and an observable in the incident of each place. */
final class MatrixDesk {
    private static final Set<String> REPORT_FILES =
            Set.of("/incidents/{id}/reports/file", "/incidents/{id}/reports/preview", "/incidents/{id}/reports/signed");

    private final ApplicationContext beans;
    private final Map<Place, Long> tasks = new EnumMap<>(Place.class);
    private final Map<Place, Long> observables = new EnumMap<>(Place.class);
    private final Map<Place, String> evidence = new EnumMap<>(Place.class);
    private final Map<Place, Long> reports = new EnumMap<>(Place.class);

    MatrixDesk(ApplicationContext beans) {
        this.beans = beans;
    }

    /** Answers text that stands in the task and in the observable. */
    String fill(Place place, long incident, String run) {
        String mark = "viec-" + place + "-" + run;
        var analyst = ApiServers.caller(Role.ANALYST, new Scope.Everything());
        if (beans.getBean(TaskStore.class).add(incident, new TaskDraft(mark, null, null), analyst)
                instanceof TaskOutcome.Done(var task)) {
            tasks.put(place, task.id());
        }
        var draft = new ObservableStore.Draft(null, mark + ".example", Tlp.AMBER, true, mark);
        if (beans.getBean(ObservableStore.class).add(incident, draft, analyst)
                instanceof ObservableOutcome.Done(var observable)) {
            observables.put(place, observable.id());
        }
        evidence.put(place, KeptEvidence.of(beans, incident, analyst));
        reports.put(place, MadeReports.of(beans, incident, analyst));
        return mark;
    }

    /** What stands behind a path that names a version of a report there. */
    String query(String pattern, Place place) {
        return REPORT_FILES.contains(pattern) ? "?report=" + Objects.requireNonNull(reports.get(place)) : "";
    }

    Object task(Place place) {
        return tasks.get(place);
    }

    Object observable(Place place) {
        return observables.get(place);
    }

    /** What the forms of an incident lack nothing with. */
    Map<String, String> form(Place place) {
        return Map.of(
                "to",
                "DISMISSED",
                "severity",
                "M1",
                "title",
                "Việc",
                "value",
                "203.0.113.9",
                "form",
                "BM-SC-01",
                "item",
                Objects.requireNonNull(evidence.get(place)));
    }
}
