package vn.chieng.api.incidents.bulk;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.incidents.CloseReason;
import vn.chieng.api.incidents.Handler;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentState;
import vn.chieng.api.incidents.IncidentStore;
import vn.chieng.api.incidents.Reader;
import vn.chieng.api.incidents.bulk.BulkResult.Item;
import vn.chieng.api.incidents.bulk.BulkResult.Kind;
import vn.chieng.api.incidents.queue.Labelling;
import vn.chieng.api.incidents.work.Escalations;
import vn.chieng.api.incidents.work.IncidentWork;
import vn.chieng.api.incidents.work.Move;
import vn.chieng.api.incidents.work.WorkOutcome;

/** Does the same with many incidents, each in its own transaction, and says of each what became of it. */
@Component
final class BulkWork {
    private final IncidentStore store;
    private final IncidentWork work;
    private final Escalations escalations;
    private final Labelling labels;

    BulkWork(IncidentStore store, IncidentWork work, Escalations escalations, Labelling labels) {
        this.store = store;
        this.work = work;
        this.escalations = escalations;
        this.labels = labels;
    }

    BulkResult run(BulkOrder order, List<Long> ids, SignedIn by) {
        return new BulkResult(
                order.act(),
                order.label(),
                ids.stream()
                        .flatMap(id -> store.find(id, Reader.of(by)).stream())
                        .map(incident -> one(order, incident, by))
                        .toList());
    }

    private Item one(BulkOrder order, Incident incident, SignedIn by) {
        return switch (order.act()) {
            case ACKNOWLEDGE ->
                incident.state() == IncidentState.NEW
                        ? item(incident, work.move(incident.id(), Move.acknowledge(incident.version()), by))
                        : left(incident, Kind.SKIPPED, "already");
            case TAKE -> assigned(incident, new Handler(by.accountId(), by.name(), by.displayName()), by);
            case ASSIGN -> assigned(incident, Objects.requireNonNull(order.to()), by);
            case LABEL -> labelled(incident, Objects.requireNonNull(order.label()), by);
            case ESCALATE -> escalated(incident, Objects.requireNonNull(order.note()), by);
            case CLOSE -> closed(incident, order, by);
        };
    }

    private Item assigned(Incident incident, Handler to, SignedIn by) {
        return Objects.equals(incident.assigneeId(), to.id())
                ? left(incident, Kind.SKIPPED, "already")
                : item(incident, work.assign(incident.id(), incident.version(), to, by));
    }

    private Item labelled(Incident incident, String label, SignedIn by) {
        return switch (labels.add(incident.id(), label, by)) {
            case DONE -> new Item(incident.id(), incident.number(), Kind.DONE, "", incident.version());
            case ALREADY -> left(incident, Kind.SKIPPED, "already");
            case TOO_MANY -> left(incident, Kind.REFUSED, "labels");
            case UNKNOWN -> left(incident, Kind.REFUSED, "unknown");
        };
    }

    private Item escalated(Incident incident, String reason, SignedIn by) {
        return incident.escalation() == null
                ? item(incident, escalations.escalate(incident.id(), incident.version(), reason, by))
                : left(incident, Kind.SKIPPED, "already");
    }

    private Item closed(Incident incident, BulkOrder order, SignedIn by) {
        if (!incident.state().open()) {
            return left(incident, Kind.SKIPPED, "already");
        }
        CloseReason reason = Objects.requireNonNull(order.reason());
        String note = Objects.requireNonNull(order.note());
        Move move = reason == CloseReason.RESOLVED
                ? Move.to(IncidentState.CLOSED, incident.version()).noting(note)
                : Move.dismiss(incident.version(), reason, note);
        return item(incident, work.move(incident.id(), move, by));
    }

    /** Takes back what the same person did a moment ago; items are keys with versions. */
    BulkResult undo(BulkAct act, Optional<String> label, List<String> items, SignedIn by) {
        return new BulkResult(
                act,
                label.orElse(null),
                items.stream()
                        .map(each -> undone(label, each, by))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private Optional<Item> undone(Optional<String> label, String item, SignedIn by) {
        String[] parts = item.split(":", 2);
        long id = Long.parseLong(parts[0]);
        int version = Integer.parseInt(parts[1]);
        return store.find(id, Reader.of(by))
                .map(incident -> label.isPresent()
                        ? switch (labels.remove(id, label.get(), by)) {
                            case DONE -> new Item(id, incident.number(), Kind.DONE, "", version);
                            case ALREADY, TOO_MANY, UNKNOWN -> left(incident, Kind.SKIPPED, "already");
                        }
                        : item(incident, work.undo(id, version, by)));
    }

    private static Item item(Incident incident, WorkOutcome outcome) {
        return switch (outcome) {
            case WorkOutcome.Done(Incident now) -> new Item(now.id(), now.number(), Kind.DONE, "", now.version());
            case WorkOutcome.Stale _ -> left(incident, Kind.REFUSED, "stale");
            case WorkOutcome.WrongState _ -> left(incident, Kind.REFUSED, "state");
            case WorkOutcome.AssignedElsewhere _ -> left(incident, Kind.REFUSED, "assigned");
            case WorkOutcome.Reserved _ -> left(incident, Kind.REFUSED, "reserved");
            case WorkOutcome.Incomplete(var _, var missing) ->
                left(
                        incident,
                        Kind.REFUSED,
                        "missing-" + missing.iterator().next().name().toLowerCase(Locale.ROOT));
            case WorkOutcome.Blocked _ -> left(incident, Kind.REFUSED, "blocked");
            case WorkOutcome.Refused _, WorkOutcome.OpenElsewhere _, WorkOutcome.Unknown _ ->
                left(incident, Kind.REFUSED, "unknown");
        };
    }

    private static Item left(Incident incident, Kind kind, String why) {
        return new Item(incident.id(), incident.number(), kind, why, incident.version());
    }
}
