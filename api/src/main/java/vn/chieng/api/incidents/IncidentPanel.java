package vn.chieng.api.incidents;

import java.util.Map;
import java.util.Optional;
import vn.chieng.api.access.SignedIn;

/** Something to show with every incident, below its head or beside its timeline; a feature declares its own as a bean. */
public interface IncidentPanel {

    /** Where it stands. */
    Place place();

    /** Its place among the others there, small first. */
    int order();

    /** What it shows; empty where it has nothing to say. */
    Optional<Content> content(Incident incident, SignedIn caller);

    /** The places. */
    enum Place {
        HEAD,
        ASIDE
    }

    /** A template whose fragment {@code panel} shows the model, which it finds as {@code panel}. */
    record Content(String template, Map<String, Object> model) {
        public Content {
            model = Map.copyOf(model);
        }
    }
}
