package vn.chieng.api.clocks;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.access.Scope;
import vn.chieng.api.clocks.file.ClockChange;
import vn.chieng.api.clocks.file.ClockFile;
import vn.chieng.api.clocks.file.LegalClock;
import vn.chieng.law.clocks.Moment;

/** Keeps the clocks of incidents. */
public interface ClockStore {

    /** What is waited for when a clock changes: until the end of the transaction nobody else changes the clocks of this incident. */
    boolean lock(long incidentId);

    /** The clocks of an incident. */
    ClockFile file(long incidentId);

    /** Replaces the file and adds what changed to the log. */
    void write(long incidentId, ClockFile file, List<LogLine> lines);

    /** The moments recorded with the incident itself, by event of the law pack. */
    Map<String, Moment> moments(long incidentId);

    /** Records a moment; one that is recorded already stays. */
    void begin(long incidentId, String event, Instant at);

    /** Changes a moment and keeps what stood there; answers false where {@code correction.before()} is not what stands there. */
    boolean correct(long incidentId, String event, Moment.Correction correction, @Nullable Long actor);

    /** What happened to the clocks of an incident, latest first. */
    List<LogLine> log(long incidentId, int limit);

    /** Incidents with a warning whose time has come. */
    List<Long> pending(Instant now, int limit);

    /** Clocks that run or wait for a closing report, the next to be due first. */
    List<Listed> open(Query query, Scope scope);

    /** How many there are. */
    long countOpen(Query query, Scope scope);

    /** The organisations that have such clocks, within the scope. */
    List<String> organizations(Scope scope);

    /**
     * Which clocks.
     *
     * @param organization one that they concern; null for all
     * @param overdueAt only those whose time was over then; null for all
     */
    record Query(@Nullable String organization, @Nullable Instant overdueAt, int offset, int limit) {}

    /** A clock with its incident. */
    record Listed(
            long incidentId,
            String number,
            String titleVi,
            String titleEn,
            String severity,
            List<String> organizationIds,
            boolean drill,
            LegalClock clock) {
        public Listed {
            organizationIds = List.copyOf(organizationIds);
        }
    }

    /** A line of the log; {@code actor} is null where nobody did it. */
    record LogLine(
            Instant at,
            ClockChange change,
            @Nullable String actor,
            @Nullable String reason) {}

    /** One clock of an incident. */
    default Optional<LegalClock> find(long incidentId, String clock) {
        return file(incidentId).find(clock);
    }
}
