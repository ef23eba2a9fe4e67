package vn.chieng.api.clocks;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.clocks.file.ClockChange;
import vn.chieng.api.clocks.file.ClockFile;
import vn.chieng.api.clocks.file.LegalClock;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentEvent;
import vn.chieng.api.incidents.IncidentRegister;
import vn.chieng.api.incidents.IncidentState;

/** Starts, stops and moves the clocks of an incident whenever it changes, within the transaction of that change. */
@Component
final class ClockKeeper {
    private final ClockStore store;
    private final ClockDuties duties;
    private final ClockTrail trail;
    private final IncidentRegister incidents;
    private final Clock clock;

    ClockKeeper(ClockStore store, ClockDuties duties, ClockTrail trail, IncidentRegister incidents, Clock clock) {
        this.store = store;
        this.duties = duties;
        this.trail = trail;
        this.incidents = incidents;
        this.clock = clock;
    }

    @EventListener
    void on(IncidentEvent event) {
        switch (event) {
            case IncidentEvent.Moved moved -> judge(moved.incident(), moved.by(), moved.note());
            case IncidentEvent.SeverityChanged changed -> judge(changed.incident(), changed.by(), changed.reason());
            case IncidentEvent.Classified classified -> judge(classified.incident(), classified.by(), null);
            case IncidentEvent.Merged merged ->
                judge(merged.incident(), merged.by(), merged.source().number());
            case IncidentEvent.Unmerged unmerged -> {
                judge(unmerged.incident(), unmerged.by(), unmerged.source().number());
                judge(unmerged.source(), unmerged.by(), unmerged.incident().number());
            }
            case IncidentEvent.Split split -> {
                store.moments(split.incident().id())
                        .forEach((name, moment) -> store.begin(split.part().id(), name, moment.at()));
                judge(split.incident(), split.by(), split.part().number());
                judge(split.part(), split.by(), split.incident().number());
            }
            case IncidentEvent.Grown grown -> {
                if (grown.raised()) {
                    judge(grown.incident(), null, null);
                }
            }
            case IncidentEvent.Opened _,
                    IncidentEvent.Assigned _,
                    IncidentEvent.Escalated _,
                    IncidentEvent.Answered _,
                    IncidentEvent.Commented _,
                    IncidentEvent.TaskChanged _,
                    IncidentEvent.ObservableChanged _ -> {}
        }
    }

    /** Makes its clocks those that the law pack asks for now; while it is merged they stand as they did. */
    void judge(Incident incident, @Nullable SignedIn by, @Nullable String reason) {
        if (incident.state() == IncidentState.MERGED) {
            return;
        }
        Instant now = clock.instant();
        ClockDuties.Owed owed = duties.of(incident);
        if (!owed.unbegun().isEmpty()) {
            owed.unbegun().forEach(event -> store.begin(incident.id(), event, now));
            owed = duties.of(incident);
        }
        ClockFile before = store.file(incident.id());
        if (owed.running().isEmpty() && before.clocks().isEmpty()) {
            return;
        }
        store.begin(
                incident.id(),
                ClockDuties.DETECTION,
                Objects.requireNonNull(owed.moments().get(ClockDuties.DETECTION), ClockDuties.DETECTION)
                        .at());
        ClockFile.Step step = carried(incident, owed, before.judged(owed.running(), now));
        if (!step.file().equals(before)) {
            trail.write(incident, step, by, reason);
        }
    }

    /** What a merged incident owes alone and has sent is sent for the one that carries it too. */
    private ClockFile.Step carried(Incident incident, ClockDuties.Owed owed, ClockFile.Step step) {
        ClockFile file = step.file();
        List<ClockChange> changes = new ArrayList<>(step.changes());
        for (LegalClock running : step.file().clocks()) {
            if (running.state() != LegalClock.State.RUNNING || owed.own().contains(running.id())) {
                continue;
            }
            Optional<ClockFile.Step> sent = sentByMember(incident, running.id(), file);
            if (sent.isPresent()) {
                file = sent.get().file();
                changes.addAll(sent.get().changes());
            }
        }
        return new ClockFile.Step(file, changes);
    }

    private Optional<ClockFile.Step> sentByMember(Incident incident, String id, ClockFile file) {
        return incidents.members(incident.id()).stream()
                .filter(member -> member != incident.id())
                .flatMap(member -> store.find(member, id).stream())
                .filter(clock -> clock.sending() != null)
                .findFirst()
                .flatMap(clock -> file.sent(id, Objects.requireNonNull(clock.sending())));
    }
}
