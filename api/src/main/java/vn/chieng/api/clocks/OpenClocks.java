package vn.chieng.api.clocks;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.chieng.api.clocks.file.LegalClock;
import vn.chieng.api.console.Times;
import vn.chieng.api.incidents.ClosingBlock;
import vn.chieng.api.incidents.ClosingGuard;
import vn.chieng.api.incidents.Incident;

/** Keeps an incident open while a clock has no proof of sending, or while nobody has said whether a duty exists. */
@Component
final class OpenClocks implements ClosingGuard {
    private final ClockStore store;
    private final ClockDuties duties;
    private final Times times;

    OpenClocks(ClockStore store, ClockDuties duties, Times times) {
        this.store = store;
        this.duties = duties;
        this.times = times;
    }

    @Override
    public List<ClosingBlock> blocks(Incident incident) {
        List<ClosingBlock> blocks = new ArrayList<>();
        for (LegalClock clock : store.file(incident.id()).clocks()) {
            if (clock.open()) {
                blocks.add(new ClosingBlock(
                        clock.awaitsClosing() ? "clocks.block.closing" : "clocks.block.running",
                        List.of(clock.id(), times.brief(clock.due())),
                        path(incident, "/clocks#clock-" + clock.id())));
            }
        }
        duties.of(incident)
                .undecided()
                .forEach(open -> blocks.add(new ClosingBlock(
                        "clocks.block.undecided", List.of(open.clock().id()), path(incident, "/classification"))));
        return blocks;
    }

    private static String path(Incident incident, String rest) {
        return "/incidents/" + incident.id() + rest;
    }
}
