package vn.chieng.api.incidents.timeline;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.Reader;

/** Gathers what happened in an incident from everybody who knows of it. */
@Component
public final class Timeline {
    private final List<TimelineContributor> contributors;

    Timeline(List<TimelineContributor> contributors) {
        this.contributors = List.copyOf(contributors);
    }

    /** Latest first; only what comes from one source where one is named. */
    public List<TimelineEntry> of(Incident incident, Reader reader, TimelineEntry.@Nullable Source only, int limit) {
        return contributors.stream()
                .flatMap(contributor -> contributor.entries(incident, reader, limit).stream())
                .filter(entry -> only == null || entry.source() == only)
                .sorted(Comparator.comparing(TimelineEntry::at).reversed())
                .limit(limit)
                .toList();
    }
}
