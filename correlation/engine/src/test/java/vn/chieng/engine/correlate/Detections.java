package vn.chieng.engine.correlate;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chieng.engine.records.DerivedId;
import vn.chieng.event.Detection;
import vn.chieng.event.Entity;
import vn.chieng.event.Evidence;
import vn.chieng.event.Level;
import vn.chieng.event.RuleReference;

/** Detections as the detect stage would make them. */
final class Detections {
    static final RuleReference FAILED = rule("sshd-failed", Level.INFORMATIONAL, "chieng.authentication-failure");
    static final RuleReference ACCEPTED = rule("sshd-accepted", Level.INFORMATIONAL, "chieng.authentication-success");

    private Detections() {}

    static RuleReference rule(String id, Level level, String... tags) {
        return new RuleReference(id, "Luật " + id, "Rule " + id, "Chiêng", level, List.of(tags));
    }

    static Detection failure(String event, Instant time, String organization, String host, String source) {
        return onHost(FAILED, event, time, organization, host, "root", source);
    }

    static Detection success(String event, Instant time, String organization, String host, String user, String source) {
        return onHost(ACCEPTED, event, time, organization, host, user, source);
    }

    static Detection onHost(
            RuleReference rule,
            String event,
            Instant time,
            String organization,
            String host,
            @Nullable String user,
            @Nullable String source) {
        return detection(
                new Entity(Entity.Kind.HOST, organization + "/" + host),
                rule,
                event,
                time,
                organization,
                host,
                user,
                source);
    }

    static Detection fromSource(RuleReference rule, String event, Instant time, String organization, String source) {
        return detection(
                new Entity(Entity.Kind.SOURCE, source), rule, event, time, organization, "web-01", null, source);
    }

    private static Detection detection(
            Entity entity,
            RuleReference rule,
            String event,
            Instant time,
            String organization,
            String host,
            @Nullable String user,
            @Nullable String source) {
        Evidence evidence = new Evidence(
                event,
                "logs-r12-2026.11.22",
                time,
                time,
                organization,
                "s-1",
                "system.auth",
                host,
                user,
                source,
                null,
                "line " + event,
                false);
        return new Detection(DerivedId.of(event, rule.id(), entity.key()), entity, time, rule, evidence);
    }

    /** The same, seen in a drill. */
    static Detection inDrill(String exercise, Detection detection) {
        Evidence seen = detection.evidence();
        Evidence evidence = new Evidence(
                seen.eventId(),
                seen.index(),
                seen.timestamp(),
                seen.created(),
                seen.organizationId(),
                seen.sourceId(),
                seen.dataset(),
                seen.host(),
                seen.user(),
                seen.sourceIp(),
                exercise,
                seen.original(),
                seen.truncated());
        return new Detection(detection.id(), detection.entity(), detection.time(), detection.rule(), evidence);
    }
}
