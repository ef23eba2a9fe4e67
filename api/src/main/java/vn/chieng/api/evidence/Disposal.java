package vn.chieng.api.evidence;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.audit.AuditTrail;
import vn.chieng.api.evidence.EvidenceItem.CustodyStep;
import vn.chieng.api.evidence.EvidenceItem.Proposal;
import vn.chieng.api.evidence.EvidenceItem.Step;
import vn.chieng.api.home.PrivateFiles;
import vn.chieng.api.incidents.ClosingGuard;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentRegister;
import vn.chieng.api.incidents.Reader;

/** Ends the keeping of a file whose time is over: one person proposes, another carries it out; what was known of it stays. */
@Component
final class Disposal {
    private final LockerStore store;
    private final IncidentRegister incidents;
    private final List<ClosingGuard> guards;
    private final LockerFiles files;
    private final DisposalRule rule;
    private final TransactionTemplate transactions;
    private final AuditTrail audit;
    private final Clock clock;

    Disposal(
            LockerStore store,
            IncidentRegister incidents,
            List<ClosingGuard> guards,
            EvidenceSettings settings,
            PrivateFiles home,
            TransactionTemplate transactions,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.incidents = incidents;
        this.guards = List.copyOf(guards);
        files = new LockerFiles(home.path(Locker.FOLDER), settings.maxFile().toBytes());
        rule = new DisposalRule(settings.retention());
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** When the time of a file is over. */
    Instant keptUntil(EvidenceItem item, Incident incident) {
        return rule.keptUntil(item, incident);
    }

    /** Proposes it. */
    LockerOutcome propose(long incidentId, UUID item, String reason, SignedIn by) {
        if (Locker.isNoText(reason)) {
            return new LockerOutcome.Refused("reason");
        }
        return within(incidentId, item, by, (incident, found) -> {
            Optional<String> forbidden = forbidden(incident, found);
            if (forbidden.isPresent() || found.proposal() != null) {
                return new LockerOutcome.Refused(forbidden.orElse("proposed"));
            }
            store.propose(item, new Proposal(clock.instant(), by.accountId(), by.displayName(), reason.strip()));
            step(incident, found, Step.PROPOSED, reason.strip(), by);
            return new LockerOutcome.Done();
        });
    }

    /** Takes the proposal back. */
    LockerOutcome keep(long incidentId, UUID item, String reason, SignedIn by) {
        if (Locker.isNoText(reason)) {
            return new LockerOutcome.Refused("reason");
        }
        return within(incidentId, item, by, (incident, found) -> {
            if (found.proposal() == null || found.disposedAt() != null) {
                return new LockerOutcome.Refused("not-proposed");
            }
            store.propose(item, null);
            step(incident, found, Step.KEPT, reason.strip(), by);
            return new LockerOutcome.Done();
        });
    }

    /** Carries out what somebody else proposed, if still nothing forbids it; the bytes go once that is recorded. */
    LockerOutcome carryOut(long incidentId, UUID item, SignedIn by) throws IOException {
        LockerOutcome outcome = within(incidentId, item, by, (incident, found) -> {
            Proposal proposal = found.proposal();
            if (proposal == null) {
                return new LockerOutcome.Refused("not-proposed");
            }
            if (proposal.accountId() == by.accountId()) {
                return new LockerOutcome.Refused("own-proposal");
            }
            Optional<String> forbidden = forbidden(incident, found);
            if (forbidden.isPresent()) {
                return new LockerOutcome.Refused(forbidden.get());
            }
            store.disposed(item, clock.instant());
            step(incident, found, Step.DISPOSED, proposal.reason(), by);
            return new LockerOutcome.Done();
        });
        if (outcome instanceof LockerOutcome.Done) {
            files.delete(item);
        }
        return outcome;
    }

    /** Takes away the bytes of what was recorded as gone just before the process ended. */
    @EventListener(ApplicationReadyEvent.class)
    void sweep() throws IOException {
        for (UUID item : store.disposed()) {
            files.delete(item);
        }
    }

    private Optional<String> forbidden(Incident incident, EvidenceItem item) {
        return rule.forbidden(
                item,
                new DisposalRule.Circumstances(
                        incident,
                        store.held(incident.id()),
                        store.requests(incident.id()),
                        guards.stream()
                                .anyMatch(guard -> !guard.blocks(incident).isEmpty()),
                        clock.instant()));
    }

    /** Nobody places a hold or opens the incident again meanwhile. */
    private LockerOutcome within(
            long incidentId, UUID item, SignedIn by, BiFunction<Incident, EvidenceItem, LockerOutcome> change) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            store.lock(incidentId);
            Optional<Incident> incident = incidents.find(incidentId, Reader.of(by));
            Optional<EvidenceItem> found = incident.flatMap(_ -> store.find(incidentId, item));
            return found.isEmpty() ? new LockerOutcome.Unknown() : change.apply(incident.orElseThrow(), found.get());
        }));
    }

    private void step(Incident incident, EvidenceItem item, Step step, String reason, SignedIn by) {
        store.step(item.id(), new CustodyStep(clock.instant(), by.displayName(), step, reason, item.sha256()));
        audit.record(
                by,
                AuditRecord.of(
                                LockerAction.valueOf(step.name()),
                                "evidence",
                                item.id().toString(),
                                incident.number(),
                                Set.copyOf(incident.organizationIds()))
                        .changed(Map.of(), Map.of("file", item.name(), "sha256", item.sha256()))
                        .because(reason));
    }
}
