package vn.chieng.api.identity;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.audit.AuditTrail;

/** Gives roles and takes them away. */
@Component
public final class RoleGrants {
    private final PeopleStore people;
    private final AccountStore accounts;
    private final AssignmentStore assignments;
    private final GrantRules rules;
    private final Administrators administrators;
    private final AuditTrail audit;
    private final TransactionOperations transactions;
    private final Clock clock;

    RoleGrants(
            PeopleStore people,
            AccountStore accounts,
            AssignmentStore assignments,
            GrantRules rules,
            Administrators administrators,
            AuditTrail audit,
            TransactionOperations transactions,
            Clock clock) {
        this.people = people;
        this.accounts = accounts;
        this.assignments = assignments;
        this.rules = rules;
        this.administrators = administrators;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Gives a person in scope a role, until the end of a day or until withdrawn. */
    public GrantOutcome grant(
            long accountId, Role role, String organizationId, @Nullable LocalDate lastDay, SignedIn by) {
        return transactions.execute(_ -> granted(accountId, role, organizationId, lastDay, by));
    }

    private GrantOutcome granted(
            long accountId, Role role, String organizationId, @Nullable LocalDate lastDay, SignedIn by) {
        Instant now = clock.instant();
        if (people.find(accountId, by.scope(), now).isEmpty()) {
            return new GrantOutcome.Unknown();
        }
        Account to = people.lock(accountId).orElseThrow();
        Optional<Refusal> refusal = rules.granting(by, to, role, organizationId);
        if (refusal.isPresent()) {
            return new GrantOutcome.Refused(refusal.get());
        }
        Instant endsAt = lastDay == null ? null : LastDay.endOf(lastDay);
        if (endsAt != null && !endsAt.isAfter(now)) {
            return new GrantOutcome.Refused(Refusal.ENDED);
        }
        Optional<Assignment> made = accounts.grant(
                new Assignment.Draft(
                        accountId, role, organizationId, by.accountId() == 0 ? null : by.accountId(), endsAt),
                now);
        if (made.isEmpty()) {
            return new GrantOutcome.Refused(Refusal.HELD);
        }
        audit.record(
                by, record(IdentityAction.ROLE_GRANTED, to.name(), made.get()).changed(Map.of(), facts(made.get())));
        return new GrantOutcome.Done(made.get());
    }

    /** Takes a role away, whether held in its own right or lent. */
    public GrantOutcome withdraw(long assignmentId, String reason, SignedIn by) {
        return transactions.execute(_ -> withdrawn(assignmentId, reason, by));
    }

    private GrantOutcome withdrawn(long assignmentId, String reason, SignedIn by) {
        Instant now = clock.instant();
        Optional<Assignment> held =
                assignments.lock(assignmentId, now).filter(found -> by.scope().covers(found.organizationId()));
        if (held.isEmpty()) {
            return new GrantOutcome.Unknown();
        }
        Assignment assignment = held.get();
        Optional<Refusal> refusal =
                rules.reaching(by, assignment.accountId(), assignment.role(), assignment.organizationId());
        if (refusal.isPresent()) {
            return new GrantOutcome.Refused(refusal.get());
        }
        return end(assignment, reason, by, now);
    }

    /** Takes a role away without asking who wants it; for rules of their own, such as the one who lent it or a review that has run out. */
    public GrantOutcome end(Assignment assignment, @Nullable String reason, @Nullable SignedIn by, Instant now) {
        if (administrators.lastHolds(assignment, now)) {
            return new GrantOutcome.Refused(Refusal.LAST_ADMINISTRATOR);
        }
        assignments.withdraw(assignment.id(), by == null || by.accountId() == 0 ? null : by.accountId(), reason, now);
        String name = accounts.find(assignment.accountId()).orElseThrow().name();
        audit.record(
                by,
                record(IdentityAction.ROLE_WITHDRAWN, name, assignment)
                        .changed(facts(assignment), Map.of())
                        .because(reason));
        return new GrantOutcome.Done(assignment);
    }

    static AuditRecord record(IdentityAction action, String accountName, Assignment assignment) {
        return AuditRecord.of(
                action,
                People.OBJECT,
                Long.toString(assignment.accountId()),
                accountName,
                Set.of(assignment.organizationId()));
    }

    static Map<String, @Nullable Object> facts(Assignment assignment) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("role", assignment.role().name());
        facts.put("organization", assignment.organizationId());
        LocalDate lastDay = LastDay.of(assignment.endsAt());
        facts.put("lastDay", lastDay == null ? null : lastDay.toString());
        if (assignment.delegatedFrom() != null) {
            facts.put("delegatedFrom", assignment.delegatedFrom());
        }
        return facts;
    }
}
