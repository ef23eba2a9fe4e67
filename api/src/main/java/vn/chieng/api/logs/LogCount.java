package vn.chieng.api.logs;

import java.time.Instant;
import java.util.Map;

/** What was held when it was counted last, by organisation and by system; one that is absent held nothing. */
public record LogCount(Instant at, Map<String, LogHolding> byOrganization, Map<String, LogHolding> bySystem) {
    public LogCount {
        byOrganization = Map.copyOf(byOrganization);
        bySystem = Map.copyOf(bySystem);
    }
}
