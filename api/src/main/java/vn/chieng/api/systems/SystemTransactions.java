package vn.chieng.api.systems;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.audit.AuditTrail;

/** Runs changes of one system: version, row, audit trail and whoever listens, all in one transaction or not at all. */
@Component
public final class SystemTransactions {
    private final TransactionTemplate transactions;
    private final SystemStore store;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SystemTransactions(
            TransactionTemplate transactions,
            SystemStore store,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Whom and what a change is about. */
    public record Edit(UUID id, int version, SignedIn by) {}

    public Instant now() {
        return clock.instant();
    }

    /** Runs the work on the system as it stands; only what is done stays. */
    public SystemOutcome change(Edit edit, Function<RegisteredSystem, SystemOutcome> work) {
        return inTransaction(() -> {
            Optional<RegisteredSystem> found = store.lock(edit.id(), edit.by().scope());
            if (found.isEmpty()) {
                return new SystemOutcome.Unknown();
            }
            RegisteredSystem current = found.get();
            return current.version() == edit.version() ? work.apply(current) : new SystemOutcome.Stale(current);
        });
    }

    /** Runs the work; only what is done stays. */
    public SystemOutcome inTransaction(java.util.function.Supplier<SystemOutcome> work) {
        return Objects.requireNonNull(transactions.execute(status -> {
            SystemOutcome outcome = work.get();
            if (!(outcome instanceof SystemOutcome.Done)) {
                status.setRollbackOnly();
            }
            return outcome;
        }));
    }

    public SystemOutcome added(RegisteredSystem system, SignedIn by) {
        store.add(system);
        audit.record(by, record(SystemAction.SYSTEM_ADDED, system).changed(Map.of(), SystemFields.of(system)));
        events.publishEvent(new SystemChanged(system.id(), SystemChanged.Change.ADDED));
        return new SystemOutcome.Done(system);
    }

    /** Writes what differs, and notes exactly that; the version advances also where only belongings changed. */
    public SystemOutcome changed(
            RegisteredSystem before, RegisteredSystem after, Noted noted, SystemChanged.Change change, SignedIn by) {
        RegisteredSystem stamped = after.changedAt(clock.instant());
        store.change(stamped);
        Map<String, @Nullable Object> was = new LinkedHashMap<>(noted.before());
        Map<String, @Nullable Object> is = new LinkedHashMap<>(noted.after());
        SystemFields.differences(before, after, was, is);
        AuditRecord record = record(noted.action(), after, before.organizationIds());
        audit.record(by, record.changed(was, is).because(noted.reason()));
        events.publishEvent(new SystemChanged(after.id(), change));
        return new SystemOutcome.Done(stamped.nextVersion());
    }

    /** What the audit trail says beside the fields of the system itself. */
    public record Noted(
            SystemAction action,
            Map<String, @Nullable Object> before,
            Map<String, @Nullable Object> after,
            @Nullable String reason) {
        public static Noted of(SystemAction action) {
            return new Noted(action, Map.of(), Map.of(), null);
        }
    }

    public static AuditRecord record(SystemAction action, RegisteredSystem system) {
        return record(action, system, java.util.List.of());
    }

    private static AuditRecord record(
            SystemAction action, RegisteredSystem system, java.util.List<String> formerOrganizations) {
        Set<String> organizations = new LinkedHashSet<>(system.organizationIds());
        organizations.addAll(formerOrganizations);
        return AuditRecord.of(
                action, "system", system.id().toString(), system.code() + " " + system.name(), organizations);
    }
}
