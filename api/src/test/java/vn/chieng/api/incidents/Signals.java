package vn.chieng.api.incidents;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import vn.chieng.event.Entity;
import vn.chieng.event.Evidence;
import vn.chieng.event.Level;
import vn.chieng.event.RuleReference;
import vn.chieng.event.Signal;

/** Signals for tests. */
public final class Signals {
    static final Instant START = Instant.parse("2026-11-21T23:41:07Z");

    private Signals() {}

    public static Signal signal(String id, String key, Level level, int detections, String... organizations) {
        return about(new Entity(Entity.Kind.SOURCE, "203.0.113.5"), id, key, level, detections, organizations);
    }

    static Signal about(Entity entity, String id, String key, Level level, int detections, String... organizations) {
        List<Evidence> evidence = IntStream.range(0, detections)
                .mapToObj(i -> evidence(key + "-" + i, organizations[i % organizations.length], START.plusSeconds(i)))
                .limit(Signal.MAX_EVIDENCE)
                .toList();
        return new Signal(
                id,
                key,
                new RuleReference(
                        "rule-" + level,
                        "Dò mật khẩu " + level,
                        "Guessing " + level,
                        "Chiêng",
                        level,
                        List.of("attack.t1110")),
                entity,
                START,
                START,
                START.plusSeconds(detections),
                detections,
                List.of(),
                evidence);
    }

    private static Evidence evidence(String id, String organization, Instant at) {
        return new Evidence(
                id,
                "logs-r12-2026.11.21",
                at,
                at,
                organization,
                "s-1",
                "system.auth",
                "web-01",
                "root",
                "203.0.113.5",
                null,
                "Failed password for root\0\u202Egnp.exe <script>alert(1)</script>",
                false);
    }
}
