package vn.chieng.api.identity.delegations;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.audit.AuditTrail;
import vn.chieng.api.identity.Account;
import vn.chieng.api.identity.Assignment;
import vn.chieng.api.identity.AssignmentStore;
import vn.chieng.api.identity.Delegation;
import vn.chieng.api.identity.GrantOutcome;
import vn.chieng.api.identity.GrantRules;
import vn.chieng.api.identity.IdentityAction;
import vn.chieng.api.identity.IdentitySettings;
import vn.chieng.api.identity.People;
import vn.chieng.api.identity.PeopleQuery;
import vn.chieng.api.identity.PeopleStore;
import vn.chieng.api.identity.Person;
import vn.chieng.api.identity.Refusal;
import vn.chieng.api.identity.RoleGrants;
import vn.chieng.api.organizations.OrganizationDirectory;

/** Lends a role in writing: to somebody of one's own or a subordinate body, for named organisations and duties, until a day. */
@Component
final class Delegations {
    static final int MOST_SHOWN = 200;
    private static final int MOST_RECEIVERS = 500;

    private final PeopleStore people;
    private final AssignmentStore assignments;
    private final GrantRules rules;
    private final RoleGrants grants;
    private final OrganizationDirectory organizations;
    private final IdentitySettings settings;
    private final AuditTrail audit;
    private final TransactionOperations transactions;
    private final Clock clock;

    Delegations(
            PeopleStore people,
            AssignmentStore assignments,
            GrantRules rules,
            RoleGrants grants,
            OrganizationDirectory organizations,
            IdentitySettings settings,
            AuditTrail audit,
            TransactionOperations transactions,
            Clock clock) {
        this.people = people;
        this.assignments = assignments;
        this.rules = rules;
        this.grants = grants;
        this.organizations = organizations;
        this.settings = settings;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What the caller has lent, the latest first. */
    List<Delegation> given(SignedIn by) {
        return assignments.given(by.accountId(), clock.instant(), MOST_SHOWN);
    }

    /** Whom the caller may lend the role acted in to. */
    List<Account> receivers(SignedIn by) {
        return people.list(PeopleQuery.all(), by.scope(), clock.instant(), 0, MOST_RECEIVERS).stream()
                .map(Person::account)
                .filter(account -> mayReceive(account, by))
                .toList();
    }

    private boolean mayReceive(Account account, SignedIn by) {
        return account.id() != by.accountId() && !account.disabled() && rules.suits(account.kind(), by.role());
    }

    /** Lends the role that the caller acts in. */
    GrantOutcome give(Delegation.Draft draft, SignedIn by) {
        return transactions.execute(_ -> {
            Instant now = clock.instant();
            Optional<Assignment> origin =
                    assignments.lock(by.assignmentId(), now).filter(held -> lendable(held, by));
            if (origin.isEmpty()) {
                return new GrantOutcome.Refused(Refusal.NOT_OWN_ROLE);
            }
            Optional<Account> receiver = people.find(draft.receiverId(), by.scope(), now)
                    .map(Person::account)
                    .filter(account -> mayReceive(account, by));
            if (receiver.isEmpty()) {
                return new GrantOutcome.Refused(Refusal.UNKNOWN_RECEIVER);
            }
            Optional<Refusal> refusal = refusal(draft, origin.get(), by.scope(), now);
            if (refusal.isPresent()) {
                return new GrantOutcome.Refused(refusal.get());
            }
            Assignment lent = assignments.delegate(draft, origin.get(), now);
            audit.record(by, record(draft, lent, receiver.get()));
            return new GrantOutcome.Done(lent);
        });
    }

    private static boolean lendable(Assignment held, SignedIn by) {
        return held.accountId() == by.accountId()
                && held.delegatedFrom() == null
                && held.role().grants(Permission.ROLE_DELEGATE);
    }

    private Optional<Refusal> refusal(Delegation.Draft draft, Assignment origin, Scope scope, Instant now) {
        if (draft.organizationIds().isEmpty()
                || !draft.organizationIds().stream().allMatch(id -> lies(id, scope))) {
            return Optional.of(Refusal.UNKNOWN_ORGANIZATION);
        }
        if (!draft.endsAt().isAfter(now)) {
            return Optional.of(Refusal.ENDED);
        }
        Instant originEnds = origin.endsAt();
        boolean pastOrigin = originEnds != null && draft.endsAt().isAfter(originEnds);
        if (pastOrigin || draft.endsAt().isAfter(now.plus(settings.delegationLongest()))) {
            return Optional.of(Refusal.TOO_LONG);
        }
        boolean lentAlready = assignments.lent(origin.accountId(), now).stream()
                .anyMatch(lent -> lent.accountId() == draft.receiverId()
                        && Long.valueOf(origin.id()).equals(lent.delegatedFrom()));
        return lentAlready ? Optional.of(Refusal.HELD) : Optional.empty();
    }

    private boolean lies(String organizationId, Scope scope) {
        return organizations.find(organizationId).isPresent() && scope.covers(organizationId);
    }

    private static AuditRecord record(Delegation.Draft draft, Assignment lent, Account receiver) {
        Set<String> concerned = new TreeSet<>(draft.organizationIds());
        concerned.add(lent.organizationId());
        return new AuditRecord(
                IdentityAction.ROLE_DELEGATED,
                People.OBJECT,
                Long.toString(receiver.id()),
                receiver.name(),
                concerned,
                Map.of(),
                Map.of(
                        "role", lent.role().name(),
                        "organization", lent.organizationId(),
                        "organizations", List.copyOf(new TreeSet<>(draft.organizationIds())),
                        "duties", draft.duties(),
                        "authorization", draft.authorization(),
                        "endsAt", draft.endsAt().toString()),
                null);
    }

    /** Takes back what the caller lent. */
    GrantOutcome withdraw(long id, String reason, SignedIn by) {
        return transactions.execute(_ -> {
            Instant now = clock.instant();
            return assignments.lent(by.accountId(), now).stream()
                    .filter(lent -> lent.id() == id)
                    .findFirst()
                    .map(lent -> grants.end(lent, reason, by, now))
                    .orElseGet(GrantOutcome.Unknown::new);
        });
    }
}
