package vn.chieng.api.incidents;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import vn.chieng.event.Entity;
import vn.chieng.event.Level;

/** An incident for tests of rules that look at one. */
public final class SampleIncident {
    private SampleIncident() {}

    /** One in this state that changed last at this time. */
    public static Incident of(IncidentState state, Instant changedAt) {
        return new Incident(
                1,
                "SC-2026-00001",
                "Dò mật khẩu",
                "Password guessing",
                Level.HIGH,
                Severity.M3,
                state,
                null,
                new Entity(Entity.Kind.SOURCE, "198.51.100.7"),
                List.of("org-1"),
                List.of(),
                List.of(),
                changedAt,
                changedAt,
                changedAt,
                1,
                1,
                false,
                null,
                null,
                false,
                new Classification(null, List.of(), Tlp.AMBER, Pap.AMBER, Map.of(), null, null),
                new Cause(null, null),
                null,
                null,
                null,
                1,
                changedAt);
    }
}
