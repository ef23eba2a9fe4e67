package vn.chieng.api.overview;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Scope;
import vn.chieng.api.clocks.ClockStore;
import vn.chieng.api.clocks.file.LegalClock;

/** The clocks of incidents, without those of exercises and those that only wait for a closing report. */
@Component
final class RunningClocks implements ClockFigures {
    private final ClockStore store;

    RunningClocks(ClockStore store) {
        this.store = store;
    }

    @Override
    public List<Near> running(Scope scope, int limit) {
        return store.open(new ClockStore.Query(null, null, 0, limit), scope).stream()
                .filter(each -> !each.drill() && each.clock().state() == LegalClock.State.RUNNING)
                .map(each -> new Near(
                        each.number(),
                        each.clock().id(),
                        each.clock().due(),
                        "/incidents/" + each.incidentId() + "/clocks"))
                .toList();
    }
}
