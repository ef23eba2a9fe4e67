package vn.chieng.api.incidents.timeline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
        String old = entry.oldValue();
        String now = entry.newValue();
        switch (entry.kind()) {
            case STATE, UNDONE -> change(parts, state(old), state(now));
            case LEVEL_RAISED ->
                change(parts, labelOrNull("incidents.level.", old), labelOrNull("incidents.level.", now));
            case SEVERITY ->
                change(parts, labelOrNull("incidents.severity.", old), labelOrNull("incidents.severity.", now));
            case ASSIGNED ->
                change(
                        parts,
                        old == null ? null : new Part.Value(old),
                        now == null ? Part.label("incidents.unassigned") : new Part.Value(now));
            case LABELLED, UNLABELLED, OBSERVABLE_ADDED, OBSERVABLE_REMOVED, MERGED, UNMERGED, SPLIT ->
                change(parts, old == null ? null : new Part.Value(old), now == null ? null : new Part.Value(now));
            case SIGNAL_JOINED, TASK_ADDED, TASK_CHANGED, TASK_DONE ->
                change(parts, null, now == null ? null : new Part.Value(now));
            case OPENED, CLASSIFIED, COMMENT -> {}
        }
        return new TimelineEntry(entry.at(), source(entry.kind()), parts, entry.actor(), entry.note(), null);
    }

    private static Source source(HistoryEntry.Kind kind) {
        return switch (kind) {
            case COMMENT -> Source.NOTE;
            case OPENED, SIGNAL_JOINED, LEVEL_RAISED -> Source.ALERT;
            case STATE,
                    UNDONE,
                    ASSIGNED,
                    SEVERITY,
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

    private static void change(List<Part> parts, @Nullable Part old, @Nullable Part now) {
        if (old != null) {
            parts.add(old);
        }
        if (old != null && now != null) {
            parts.add(new Part.Value("→"));
        }
        if (now != null) {
            parts.add(now);
        }
    }

    /** As {@code dismissed:false-positive}, or without a reason. */
    private static @Nullable Part state(@Nullable String value) {
        if (value == null) {
            return null;
        }
        int colon = value.indexOf(':');
        return Part.label(colon < 0 ? "incidents.state." + value : "incidents.reason." + value.substring(colon + 1));
    }

    private static @Nullable Part labelOrNull(String prefix, @Nullable String value) {
        return value == null ? null : Part.label(prefix + value);
    }
}
