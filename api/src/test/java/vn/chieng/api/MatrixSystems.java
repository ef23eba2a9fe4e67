package vn.chieng.api;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.chieng.api.AccessMatrixIT.Place;
import vn.chieng.api.systems.RegisteredSystem;
import vn.chieng.api.systems.SampleSystems;
import vn.chieng.api.systems.SystemStore;

/** What the access matrix finds of systems: one in each place with a task and a link, and an upload. */
final class MatrixSystems {
    private final ApplicationContext beans;
    private final Map<Place, UUID> systems = new EnumMap<>(Place.class);
    private final Map<Place, Long> tasks = new EnumMap<>(Place.class);
    private final Map<Place, Long> links = new EnumMap<>(Place.class);
    private final Map<Place, Long> uploads = new EnumMap<>(Place.class);

    MatrixSystems(ApplicationContext beans) {
        this.beans = beans;
    }

    /** The name of the system there, which only who may see it must find. */
    String fill(Place place, String run) {
        SystemStore store = beans.getBean(SystemStore.class);
        String name = "system-" + place + "-" + run;
        RegisteredSystem system = SampleSystems.of(store.nextCode(), name, place.organizationId());
        store.add(system);
        systems.put(place, system.id());
        tasks.put(
                place,
                id(
                        "insert into system_tasks (system_id, trigger_id, cause, opened_at)"
                                + " values (?, 'trigger-risk', 'risk', now()) returning id",
                        system.id()));
        links.put(
                place,
                id(
                        "insert into system_links (system_id, other_name, kind, direction)"
                                + " values (?, 'ngoài', 'api', 'out') returning id",
                        system.id()));
        uploads.put(
                place,
                id(
                        "insert into system_imports (file_name, state, organization_id, account_id, account_name, started_at,"
                                + " touched_at) values ('matrix.csv', 'ready', ?, 0, 'matrix', now(), now()) returning id",
                        place.organizationId()));
        return name;
    }

    private long id(String sql, Object parameter) {
        return beans.getBean(JdbcClient.class)
                .sql(sql)
                .param(parameter)
                .query(Long.class)
                .single();
    }

    Object system(Place place) {
        return Objects.requireNonNull(systems.get(place));
    }

    Object task(Place place) {
        return Objects.requireNonNull(tasks.get(place));
    }

    Object link(Place place) {
        return Objects.requireNonNull(links.get(place));
    }

    Object upload(Place place) {
        return Objects.requireNonNull(uploads.get(place));
    }
}
