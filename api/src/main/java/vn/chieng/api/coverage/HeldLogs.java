package vn.chieng.api.coverage;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.chieng.api.logs.LogHoldings;

/** Sources as the held logs show them; before the first count nothing is known. */
@Component
final class HeldLogs implements SourceActivity {
    private final LogHoldings logs;

    HeldLogs(LogHoldings logs) {
        this.logs = logs;
    }

    @Override
    public Map<String, Activity> byOrganization() {
        Map<String, Activity> activity = new HashMap<>();
        logs.known()
                .ifPresent(count -> count.byOrganization()
                        .forEach((id, held) ->
                                activity.put(id, new Activity(held.sources(), held.live(), held.newest()))));
        return activity;
    }
}
