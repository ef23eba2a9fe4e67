package vn.chieng.api.incidents.queue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Scope;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentDeadlines;
import vn.chieng.api.incidents.IncidentDeadlines.Deadline;
import vn.chieng.api.systems.RegisteredSystem;
import vn.chieng.api.systems.SystemRegister;

/** The rows of the queue, with what does not stand with the incidents themselves: labels, systems, deadlines. */
@Component
public final class QueueRows {
    private final IncidentQueue queue;
    private final SystemRegister systems;
    private final IncidentDeadlines deadlines;
    private final RowWords words;

    QueueRows(IncidentQueue queue, SystemRegister systems, IncidentDeadlines deadlines, RowWords words) {
        this.queue = queue;
        this.systems = systems;
        this.deadlines = deadlines;
        this.words = words;
    }

    /** Of some incidents, by their keys and by the keys of the systems. */
    record Facts(Map<Long, List<String>> labels, Map<UUID, RegisteredSystem> systems, Map<Long, Deadline> deadlines) {
        List<String> labels(Incident incident) {
            return labels.getOrDefault(incident.id(), List.of());
        }

        /** The system it is about, where the reader may know of it. */
        @Nullable
        RegisteredSystem system(Incident incident) {
            UUID id = incident.classification().systemId();
            return id == null ? null : systems.get(id);
        }

        @Nullable
        Deadline deadline(Incident incident) {
            return deadlines.get(incident.id());
        }
    }

    /** These incidents as rows, in their order. */
    public List<QueueRow> of(List<Incident> incidents, Scope scope, Set<QueueColumn> columns, Locale locale) {
        Facts facts = facts(incidents, scope, columns);
        return incidents.stream()
                .map(incident -> words.row(incident, facts, columns, locale))
                .toList();
    }

    /** What stands with these incidents, read at once. */
    Facts facts(List<Incident> incidents, Scope scope, Set<QueueColumn> columns) {
        List<Long> keys = incidents.stream().map(Incident::id).toList();
        Set<UUID> ids = columns.contains(QueueColumn.SYSTEM) || columns.contains(QueueColumn.ORGANIZATIONS)
                ? incidents.stream()
                        .map(incident -> incident.classification().systemId())
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet())
                : Set.of();
        return new Facts(
                queue.labels(keys),
                ids.isEmpty()
                        ? Map.of()
                        : systems.findAll(ids, scope).stream()
                                .collect(Collectors.toMap(RegisteredSystem::id, Function.identity())),
                columns.contains(QueueColumn.DEADLINE) ? deadlines.next(keys) : Map.of());
    }
}
