package vn.chieng.api.incidents;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What other features may read of incidents; their changes are told as {@link IncidentEvent}. */
public interface IncidentRegister {

    /** One incident, as this reader may see it. */
    Optional<Incident> find(long id, Reader reader);

    /** One incident by what people call it. */
    Optional<Incident> find(String number, Reader reader);

    /** The ids whose records belong to the incident: its own first, then those merged into it. */
    List<Long> members(long id);

    /** One line of its evidence, as this reader may see it. */
    Optional<EvidenceLine> evidence(long id, String eventId, Reader reader);

    /** The rules behind it; none where this reader may not see it. */
    List<DetectingRule> rules(long id, Reader reader);

    /** When it entered each stage for the first time. */
    Map<IncidentState, Instant> stages(long id);
}
