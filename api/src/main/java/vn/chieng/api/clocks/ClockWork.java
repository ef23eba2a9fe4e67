package vn.chieng.api.clocks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.clocks.file.ClockChange;
import vn.chieng.api.clocks.file.ClockFile;
import vn.chieng.api.clocks.file.LegalClock;
import vn.chieng.api.clocks.file.Sending;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentRegister;
import vn.chieng.api.incidents.IncidentState;
import vn.chieng.api.incidents.Reader;
import vn.chieng.law.clocks.Moment;
import vn.chieng.law.pack.Incidents;

/** What people do with clocks: correct the moment they count from, and record that something was sent. */
@Component
public final class ClockWork {
    /** How far ahead of ours the clock of whoever types a time may be. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final int MOST_REASON = 1_000;

    private final ClockStore store;
    private final ClockKeeper keeper;
    private final ClockDuties duties;
    private final ClockTrail trail;
    private final IncidentRegister incidents;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ClockWork(
            ClockStore store,
            ClockKeeper keeper,
            ClockDuties duties,
            ClockTrail trail,
            IncidentRegister incidents,
            TransactionTemplate transactions,
            Clock clock) {
        this.store = store;
        this.keeper = keeper;
        this.duties = duties;
        this.trail = trail;
        this.incidents = incidents;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Corrects a moment; to move it later, which gives more time, is reserved.
     *
     * @param before what the person saw there
     */
    public ClockOutcome correct(long id, String event, Instant before, Instant after, String reason, SignedIn by) {
        if (reason.isBlank() || reason.length() > MOST_REASON) {
            return new ClockOutcome.Refused("reason");
        }
        if (after.isAfter(clock.instant().plus(TOLERANCE))) {
            return new ClockOutcome.Refused("at");
        }
        if (after.isAfter(before) && !by.may(Permission.INCIDENTS_DECIDE)) {
            return new ClockOutcome.Reserved();
        }
        return within(id, by, incident -> corrected(incident, event, before, after, reason, by));
    }

    private ClockOutcome corrected(
            Incident incident, String event, Instant before, Instant after, String reason, SignedIn by) {
        Moment standing = duties.of(incident).moments().get(event);
        if (standing == null || !standing.at().equals(before.truncatedTo(ChronoUnit.MINUTES))) {
            return new ClockOutcome.Stale();
        }
        Instant minute = after.truncatedTo(ChronoUnit.MINUTES);
        if (minute.equals(standing.at())) {
            return new ClockOutcome.Refused("at");
        }
        for (long member : incidents.members(incident.id())) {
            correctMember(member, event, standing.at(), minute, reason, incident, by);
        }
        trail.write(
                incident,
                new ClockFile.Step(
                        store.file(incident.id()),
                        List.of(new ClockChange(event, ClockChange.Kind.T0_CORRECTED, standing.at(), minute))),
                by,
                reason);
        keeper.judge(incident, by, reason);
        return new ClockOutcome.Done();
    }

    /** The earliest moment of a family counts: an earlier one is the incident's own, a later one must hold for every member that is earlier. */
    private void correctMember(
            long member,
            String event,
            Instant standing,
            Instant minute,
            String reason,
            Incident incident,
            SignedIn by) {
        boolean own = member == incident.id();
        if (own) {
            store.begin(member, event, standing);
        }
        Moment moment = store.moments(member).get(event);
        if (moment != null && (own || moment.at().isBefore(minute))) {
            store.correct(
                    member,
                    event,
                    new Moment.Correction(moment.at(), minute, reason, by.displayName(), clock.instant()),
                    by.accountId() == 0 ? null : by.accountId());
        }
    }

    /** Records that something was sent for these clocks, which stops them; all of them or none. */
    public ClockOutcome sent(long id, List<String> clocks, Sending sending, SignedIn by) {
        if (sending.at().isAfter(clock.instant().plus(TOLERANCE))) {
            return new ClockOutcome.Refused("at");
        }
        return within(id, by, incident -> sent(incident, clocks, sending, by));
    }

    private ClockOutcome sent(Incident incident, List<String> clocks, Sending sending, SignedIn by) {
        ClockFile file = store.file(incident.id());
        for (String name : clocks) {
            boolean inParts = duties.rule(incident.detectedAt(), name)
                    .map(Incidents.Clock::inParts)
                    .orElse(false);
            if (sending.preliminary() && !inParts) {
                return new ClockOutcome.Refused("preliminary");
            }
            Optional<LegalClock> running = file.find(name);
            if (running.isPresent() && sending.at().isBefore(running.get().from())) {
                return new ClockOutcome.Refused("at");
            }
            Optional<ClockFile.Step> step = file.sent(name, sending);
            if (step.isEmpty()) {
                return new ClockOutcome.Stale();
            }
            file = step.get().file();
            trail.write(incident, step.get(), by, sending.proof());
        }
        return new ClockOutcome.Done();
    }

    private ClockOutcome within(long id, SignedIn by, Function<Incident, ClockOutcome> change) {
        return Objects.requireNonNull(transactions.execute(status -> {
            Optional<Incident> incident = store.lock(id) ? incidents.find(id, Reader.of(by)) : Optional.empty();
            if (incident.isEmpty()) {
                return new ClockOutcome.Unknown();
            }
            if (incident.get().state() == IncidentState.MERGED) {
                return new ClockOutcome.Stale();
            }
            ClockOutcome outcome =
                    change.apply(incidents.find(id, Reader.EVERYTHING).orElseThrow());
            if (!(outcome instanceof ClockOutcome.Done)) {
                status.setRollbackOnly();
            }
            return outcome;
        }));
    }
}
