package vn.chieng.api.incidents.related;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentPanel;
import vn.chieng.api.incidents.Reader;

/** The likest other incidents, beside the timeline. */
@Component
final class RelatedPanel implements IncidentPanel {
    private static final int MOST = 3;

    private final RelatedIncidents related;

    RelatedPanel(RelatedIncidents related) {
        this.related = related;
    }

    @Override
    public Place place() {
        return Place.ASIDE;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Optional<Content> content(Incident incident, SignedIn caller) {
        List<Related> likest = related.of(incident, Reader.of(caller), MOST);
        return likest.isEmpty()
                ? Optional.empty()
                : Optional.of(new Content("incidents/panel-related", Map.of("likest", likest)));
    }
}
