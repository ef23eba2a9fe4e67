package vn.chieng.api.clocks;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.audit.AuditTrail;
import vn.chieng.api.clocks.file.ClockChange;
import vn.chieng.api.clocks.file.ClockFile;
import vn.chieng.api.incidents.Incident;

/** Writes a changed file with its log and the audit trail, so that no clock changes in silence. */
@Component
final class ClockTrail {
    private final ClockStore store;
    private final AuditTrail audit;
    private final Clock clock;

    ClockTrail(ClockStore store, AuditTrail audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    void write(Incident incident, ClockFile.Step step, @Nullable SignedIn by, @Nullable String reason) {
        Instant now = clock.instant();
        String actor = by == null ? null : by.displayName();
        store.write(
                incident.id(),
                step.file(),
                step.changes().stream()
                        .map(change -> new ClockStore.LogLine(now, change, actor, reason))
                        .toList());
        step.changes().forEach(change -> record(incident, change, by, reason));
    }

    private void record(Incident incident, ClockChange change, @Nullable SignedIn by, @Nullable String reason) {
        audit.record(
                by,
                AuditRecord.of(
                                ClockAction.of(change.kind()),
                                "incident",
                                Long.toString(incident.id()),
                                incident.number(),
                                Set.copyOf(incident.organizationIds()))
                        .changed(values(change.clock(), change.before()), values(change.clock(), change.after()))
                        .because(reason));
    }

    private static Map<String, @Nullable Object> values(String clock, @Nullable Instant at) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("clock", clock);
        values.put("at", at == null ? null : at.toString());
        return values;
    }
}
