package vn.chieng.standalone;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The children, and which of them each waits for at the start. */
enum Component {
    KAFKA(Set.of()),
    OPENSEARCH(Set.of()),
    POSTGRESQL(Set.of()),
    INTAKE(Set.of(KAFKA)),
    API(Set.of(POSTGRESQL, KAFKA, OPENSEARCH)),
    ENGINE(Set.of(KAFKA)),
    INDEXER(Set.of(KAFKA, OPENSEARCH));

    /** The order of stopping: what takes in first, the stores last; the members of one set stop together. */
    static final List<Set<Component>> STOP_ORDER = List.of(
            Set.of(INTAKE), Set.of(ENGINE, INDEXER, API), Set.of(KAFKA), Set.of(OPENSEARCH), Set.of(POSTGRESQL));

    private final Set<Component> dependencies;

    Component(Set<Component> dependencies) {
        this.dependencies = dependencies;
    }

    Set<Component> dependencies() {
        return dependencies;
    }

    /** As people and log files write it. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
