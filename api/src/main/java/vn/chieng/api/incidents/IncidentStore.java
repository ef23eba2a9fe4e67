package vn.chieng.api.incidents;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;
import vn.chieng.event.Signal;

/** Keeps incidents; what people ask carries their scope. */
public interface IncidentStore {

    /** Most evidence kept with one incident; the rest is in OpenSearch. */
    int MAX_EVIDENCE = 10_000;

    /** Applies a signal, also for the second time, late, or while others do; whether anything changed. */
    boolean apply(Signal signal);

    /** One incident. */
    Optional<Incident> find(long id, Reader reader);

    /** These incidents as far as they exist, for whoever then asks the scope of each reader. */
    List<Incident> findAll(Collection<Long> ids);

    /** Open incidents by severity. */
    Map<Severity, Long> openCounts(Scope scope);

    /** Open incidents by organisation and severity, the organisations within the scope only. */
    List<OrganizationCount> openCountsByOrganization(Scope scope);

    /** Ids of incidents changed after a time, oldest change first. */
    List<Long> changedSince(Instant time, int limit, Scope scope);

    /** How many lines of evidence the reader may see. */
    long countEvidence(long id, Scope scope);

    /** Evidence in the order of the devices' times. */
    List<EvidenceLine> evidence(long id, Reader reader, int offset, int limit);

    /** What happened, latest first. */
    List<HistoryEntry> history(long id, Scope scope, int limit);

    /** The rules behind it. */
    List<DetectingRule> rules(long id, Scope scope);

    /** Adds a comment and notes whom it mentions; false where the caller knows no such incident. */
    boolean comment(long id, String text, SignedIn by);

    /** Adds to the timeline what somebody knows to have happened then; false where the caller knows no such incident. */
    boolean event(long id, Instant happened, String text, SignedIn by);
}
