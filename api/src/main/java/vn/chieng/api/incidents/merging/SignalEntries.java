package vn.chieng.api.incidents.merging;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.Reader;
import vn.chieng.api.incidents.timeline.TimelineContributor;
import vn.chieng.api.incidents.timeline.TimelineEntry;
import vn.chieng.api.incidents.timeline.TimelineEntry.Part;
import vn.chieng.api.incidents.timeline.TimelineEntry.Source;

/** What was detected, at the time of the devices. */
@Component
final class SignalEntries implements TimelineContributor {
    private final Merging merging;

    SignalEntries(Merging merging) {
        this.merging = merging;
    }

    @Override
    public List<TimelineEntry> entries(Incident incident, Reader reader, int limit) {
        Stream<Incident> all =
                Stream.concat(Stream.of(incident), merging.parts(incident.id(), reader.scope()).stream());
        return all.flatMap(each -> merging.signals(each.id(), reader.scope()).stream())
                .sorted(Comparator.comparing(Merging.SignalRow::firstSeen).reversed())
                .limit(limit)
                .map(signal -> entry(incident, signal))
                .toList();
    }

    private static TimelineEntry entry(Incident incident, Merging.SignalRow signal) {
        return new TimelineEntry(
                signal.firstSeen(),
                Source.ALERT,
                List.of(
                        new Part.Value(signal.title(LocaleContextHolder.getLocale())),
                        new Part.Label("incidents.detections", List.of(signal.detections()))),
                null,
                null,
                "/incidents/" + incident.id() + "/evidence");
    }
}
