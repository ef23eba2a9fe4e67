package vn.chieng.api.incidents.timeline;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.chieng.api.incidents.HistoryEntry;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentStore;
import vn.chieng.api.incidents.Reader;
import vn.chieng.api.incidents.timeline.TimelineEntry.Part;
import vn.chieng.api.incidents.timeline.TimelineEntry.Source;

/** What people and correlation did to the incident. */
@Component
final class HistoryEntries implements TimelineContributor {
    private final IncidentStore store;

    HistoryEntries(IncidentStore store) {
        this.store = store;
    }

    @Override
    public List<TimelineEntry> entries(Incident incident, Reader reader, int limit) {
        return store.history(incident.id(), reader.scope(), limit).stream()
                .map(HistoryEntries::entry)
                .toList();
    }

    private static TimelineEntry entry(HistoryEntry entry) {
        List<Part> parts = new ArrayList<>();
        parts.add(Part.label("incidents.history." + entry.kind().code()));
        Part old = HistoryWords.before(entry);
        Part now = HistoryWords.after(entry);
        if (old != null) {
            parts.add(old);
        }
        if (old != null && now != null) {
            parts.add(new Part.Value("→"));
        }
        if (now != null) {
            parts.add(now);
        }
        return new TimelineEntry(entry.moment(), source(entry.kind()), parts, entry.actor(), entry.note(), null);
    }

    private static Source source(HistoryEntry.Kind kind) {
        return switch (kind) {
            case COMMENT, EVENT -> Source.NOTE;
            case OPENED, SIGNAL_JOINED, LEVEL_RAISED -> Source.ALERT;
            case STATE,
                    UNDONE,
                    ASSIGNED,
                    SEVERITY,
                    ESCALATED,
                    ANSWERED,
                    CLASSIFIED,
                    LABELLED,
                    UNLABELLED,
                    TASK_ADDED,
                    TASK_DONE,
                    TASK_CHANGED,
                    OBSERVABLE_ADDED,
                    OBSERVABLE_REMOVED,
                    MERGED,
                    UNMERGED,
                    SPLIT -> Source.ACTION;
        };
    }
}
