package vn.chieng.api.incidents.tasks;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentPanel;

/** What is still to be done, beside the timeline. */
@Component
final class TaskPanel implements IncidentPanel {
    private static final int MOST = 5;

    private final TaskStore tasks;
    private final Clock clock;

    TaskPanel(TaskStore tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    @Override
    public Place place() {
        return Place.ASIDE;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Optional<Content> content(Incident incident, SignedIn caller) {
        List<Task> all = tasks.of(incident.id(), caller.scope());
        if (all.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Content(
                "incidents/panel-tasks",
                Map.of(
                        "open",
                                all.stream()
                                        .filter(task -> !task.done())
                                        .limit(MOST)
                                        .toList(),
                        "done", all.stream().filter(Task::done).count(),
                        "all", all.size(),
                        "now", clock.instant())));
    }
}
