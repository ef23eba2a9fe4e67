package vn.chieng.api.incidents.queue;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.incidents.IncidentStore;
import vn.chieng.api.incidents.Reader;
import vn.chieng.api.search.EventTrace;

/** The incidents that keep an event as evidence, with the rules behind them. */
@Component
final class EvidenceTrace implements EventTrace {
    private static final int MOST_INCIDENTS = 10;

    private final IncidentQueue queue;
    private final IncidentStore store;

    EvidenceTrace(IncidentQueue queue, IncidentStore store) {
        this.queue = queue;
        this.store = store;
    }

    @Override
    public List<Trace> of(String eventId, SignedIn caller) {
        if (!caller.may(Permission.INCIDENTS_READ)) {
            return List.of();
        }
        Reader reader = Reader.of(caller);
        return queue.withEvidence(eventId, reader, MOST_INCIDENTS).stream()
                .flatMap(id -> store.find(id, reader).stream())
                .flatMap(incident -> store.rules(incident.id(), reader.scope()).stream()
                        .map(rule -> new Trace(
                                incident.number() + " · " + rule.titleVi(), "/incidents/" + incident.id(), rule.id())))
                .toList();
    }
}
