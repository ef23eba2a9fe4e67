package vn.chieng.engine.correlate;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kie.api.definition.type.Expires;
import org.kie.api.definition.type.Role;
import org.kie.api.definition.type.Timestamp;
import vn.chieng.event.Detection;
import vn.chieng.event.Entity;
import vn.chieng.event.Level;
import vn.chieng.indicators.IndicatorRules;

/**
 * A detection reduced to what the Drools rules ask for. It lives in the session for {@link #RETENTION} of the session's
 * clock counted from its arrival, however old its own time is: so a backlog that arrives late is still correlated.
 */
@Role(Role.Type.EVENT)
@Timestamp("arrived")
@Expires(Observation.RETENTION_TEXT)
public final class Observation {
    static final String RETENTION_TEXT = "45m";

    /** How long the session keeps one; longer than any window of any rule, and how far a restart reads back. */
    static final Duration RETENTION = Duration.ofMinutes(45);

    /** Sigma tags by which shipped rules say what they are about. */
    static final String TAG_FAILURE = "chieng.authentication-failure";

    static final String TAG_SUCCESS = "chieng.authentication-success";

    private final Detection detection;
    private final long millis;
    private final long arrived;
    private final long sequence;
    private final String about;
    private final String subject;
    private final boolean failure;
    private final boolean success;
    private final boolean hostile;
    private final Set<String> joined = HashSet.newHashSet(2);

    /**
     * Reduces a detection.
     *
     * @param arrived the session's clock when it arrived
     * @param sequence greater than that of any that arrived before
     */
    Observation(Detection detection, long arrived, long sequence) {
        this.detection = detection;
        this.millis = detection.time().toEpochMilli();
        this.arrived = arrived;
        this.sequence = sequence;
        String source = detection.evidence().sourceIp();
        boolean onHostFromSource = isOnHost() && source != null && !source.isEmpty();
        String exercise = detection.evidence().exerciseId();
        this.about =
                exercise == null ? detection.entity().key() : detection.entity().key() + "|exercise:" + exercise;
        this.subject =
                source != null && onHostFromSource ? about + "|" + new Entity(Entity.Kind.SOURCE, source).key() : about;
        boolean taggedFailure = detection.rule().tags().contains(TAG_FAILURE);
        this.failure = onHostFromSource && taggedFailure;
        this.success = onHostFromSource && detection.rule().tags().contains(TAG_SUCCESS);
        this.hostile = detection.entity().kind() == Entity.Kind.SOURCE
                && (taggedFailure || getLevel().compareTo(Level.MEDIUM) >= 0);
    }

    /** A failed sign-in on a host from a known source. */
    public boolean isFailure() {
        return failure;
    }

    /** A successful sign-in on a host from a known source. */
    public boolean isSuccess() {
        return success;
    }

    /** Something a source did that counts when it does it in several organisations. */
    public boolean isHostile() {
        return hostile;
    }

    /** Whether the record is the one for the host; each detection has exactly one such. */
    public boolean isOnHost() {
        return detection.entity().kind() == Entity.Kind.HOST;
    }

    /** The entity, a drill's apart from the real one: what happens in a drill never counts together with what happens. */
    String about() {
        return about;
    }

    /** Whether an indicator made it of which its source is sure. */
    public boolean isConfidentIndicator() {
        return detection.rule().tags().contains(IndicatorRules.TAG_CONFIDENT);
    }

    /** What windows are counted by: the host and the source, or the source alone. */
    public String getSubject() {
        return subject;
    }

    /** Time of the detection, epoch milliseconds. */
    public long getMillis() {
        return millis;
    }

    /** The session's clock at arrival, epoch milliseconds. */
    public long getArrived() {
        return arrived;
    }

    public Level getLevel() {
        return detection.rule().level();
    }

    public String getRuleId() {
        return detection.rule().id();
    }

    /** How far an attacker has come, by the rule's ATT&CK tactics. */
    public String getStage() {
        return Stage.of(detection.rule().tags()).code();
    }

    public String getOrganization() {
        return detection.evidence().organizationId();
    }

    public @Nullable String getUser() {
        return detection.evidence().user();
    }

    /** Whether another moment is at most a window away, before or after. */
    public boolean within(long other, long window) {
        return Math.abs(other - millis) <= window;
    }

    /** Whether another moment follows (or is the same), by at most so much. */
    public boolean notAfter(long other, long reach) {
        return other >= millis && other - millis <= reach;
    }

    /** Whether another moment precedes (or is the same), by at most so much. */
    public boolean notBefore(long other, long reach) {
        return other <= millis && millis - other <= reach;
    }

    String eventId() {
        return detection.evidence().eventId();
    }

    long sequence() {
        return sequence;
    }

    Detection detection() {
        return detection;
    }

    /** Whether windows need it later; the others are decided on arrival and forgotten. */
    boolean isKept() {
        return failure || success || hostile;
    }

    /** What the number of kept observations is limited by: kind, subject and organisation. */
    String group() {
        return (failure ? "failure|" : success ? "success|" : "hostile|") + subject + "|" + getOrganization();
    }

    /** True the first time it is asked for this signal: a detection is evidence of a signal once. */
    boolean joins(String signalId) {
        return joined.add(signalId);
    }
}
