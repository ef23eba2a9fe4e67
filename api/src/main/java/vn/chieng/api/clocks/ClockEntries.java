package vn.chieng.api.clocks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.chieng.api.clocks.file.ClockChange;
import vn.chieng.api.console.Times;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.Reader;
import vn.chieng.api.incidents.timeline.TimelineContributor;
import vn.chieng.api.incidents.timeline.TimelineEntry;
import vn.chieng.api.incidents.timeline.TimelineEntry.Part;

/** What happened to the clocks, in the timeline. */
@Component
final class ClockEntries implements TimelineContributor {
    private final ClockStore store;
    private final Times times;

    ClockEntries(ClockStore store, Times times) {
        this.store = store;
        this.times = times;
    }

    @Override
    public List<TimelineEntry> entries(Incident incident, Reader reader, int limit) {
        return store.log(incident.id(), limit).stream()
                .map(line -> new TimelineEntry(
                        line.at(),
                        TimelineEntry.Source.ACTION,
                        parts(line.change()),
                        line.actor(),
                        line.reason(),
                        "/incidents/" + incident.id() + "/clocks"))
                .toList();
    }

    private List<Part> parts(ClockChange change) {
        List<Part> parts = new ArrayList<>();
        parts.add(Part.label("clocks.log." + change.kind().name().toLowerCase(Locale.ROOT)));
        parts.add(new Part.Value(change.clock()));
        if (change.before() != null) {
            parts.add(new Part.Value(times.brief(change.before())));
        }
        if (change.before() != null && change.after() != null) {
            parts.add(new Part.Value("→"));
        }
        if (change.after() != null) {
            parts.add(new Part.Value(times.brief(change.after())));
        }
        return parts;
    }
}
