package vn.chieng.standalone;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The children of the stack. */
enum Component {
    KAFKA,
    OPENSEARCH,
    POSTGRESQL,
    INTAKE,
    API,
    ENGINE,
    INDEXER;

    /** The order of stopping: what takes in first, the stores last; the members of one set stop together. */
    static final List<Set<Component>> STOP_ORDER = List.of(
            Set.of(INTAKE), Set.of(ENGINE, INDEXER, API), Set.of(KAFKA), Set.of(OPENSEARCH), Set.of(POSTGRESQL));

    /** Those that it waits for at the start; afterwards each copes with the absence of the others. */
    Set<Component> dependencies() {
        return switch (this) {
            case KAFKA, OPENSEARCH, POSTGRESQL -> Set.of();
            case INTAKE, ENGINE -> Set.of(KAFKA);
            case API -> Set.of(POSTGRESQL, KAFKA, OPENSEARCH);
            case INDEXER -> Set.of(KAFKA, OPENSEARCH);
        };
    }

    /** As people and log files write it. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
