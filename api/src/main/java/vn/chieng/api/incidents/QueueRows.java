package vn.chieng.api.incidents;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Scope;
import vn.chieng.api.systems.RegisteredSystem;
import vn.chieng.api.systems.SystemRegister;

/** What a row shows that does not stand with the incident: its labels and its system. */
@Component
final class QueueRows {
    private final IncidentQueue queue;
    private final SystemRegister systems;

    QueueRows(IncidentQueue queue, SystemRegister systems) {
        this.queue = queue;
        this.systems = systems;
    }

    /** Of some incidents, by their keys and by the keys of the systems. */
    record Facts(Map<Long, List<String>> labels, Map<UUID, RegisteredSystem> systems) {
        public List<String> labels(Incident incident) {
            return labels.getOrDefault(incident.id(), List.of());
        }

        /** The system it is about, where the reader may know of it. */
        public @Nullable RegisteredSystem system(Incident incident) {
            UUID id = incident.classification().systemId();
            return id == null ? null : systems.get(id);
        }
    }

    Facts facts(List<Incident> incidents, Scope scope, Set<QueueColumn> columns) {
        Set<UUID> ids = columns.contains(QueueColumn.SYSTEM)
                ? incidents.stream()
                        .map(incident -> incident.classification().systemId())
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet())
                : Set.of();
        return new Facts(
                queue.labels(incidents.stream().map(Incident::id).toList()),
                ids.isEmpty()
                        ? Map.of()
                        : systems.findAll(ids, scope).stream()
                                .collect(Collectors.toMap(RegisteredSystem::id, Function.identity())));
    }
}
