package vn.chieng.api.reports;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps fact sheets and reports. */
public interface IncidentReportStore {

    /** The fact sheet of an incident, empty where nobody has typed anything. */
    FactSheet sheet(long incidentId);

    /** Replaces the sheet that has this version; answers false where another stands there now. */
    boolean write(long incidentId, FactSheet sheet, String by, Instant at);

    /** The next version of a form; asked with the incident locked. */
    int next(long incidentId, String form);

    /** Adds a version and answers its id. */
    long add(IncidentReport report);

    /** Records how it went out; answers false where it went out already. */
    boolean sent(long reportId, IncidentReport.Sent sent);

    /** The reports of an incident, latest first. */
    List<IncidentReport> of(long incidentId);

    /** One of them. */
    default Optional<IncidentReport> find(long incidentId, long id) {
        return of(incidentId).stream().filter(report -> report.id() == id).findFirst();
    }

    /** Binds the signed copy of a version; answers false where it has one. */
    boolean bind(long reportId, SignedCopy copy, byte[] content);

    /** The signed copies of an incident's reports, by the report. */
    Map<Long, SignedCopy> signedCopies(long incidentId);

    /** The bytes of a signed copy. */
    Optional<byte[]> signedContent(long reportId);
}
