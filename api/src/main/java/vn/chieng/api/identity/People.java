package vn.chieng.api.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.chieng.api.access.PersonalData;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.audit.AuditTrail;
import vn.chieng.api.organizations.OrganizationDirectory;

/** Adds and changes people, disables and enables their accounts. */
@Component
public final class People {
    /** What the audit log calls an account and the roles it holds. */
    public static final String OBJECT = "account";

    private final PeopleStore people;
    private final AccountStore accounts;
    private final AssignmentStore assignments;
    private final RoleGrants grants;
    private final GrantRules rules;
    private final Administrators administrators;
    private final OrganizationDirectory organizations;
    private final SignInAdministration signIn;
    private final AuditTrail audit;
    private final TransactionOperations transactions;
    private final Clock clock;

    People(
            PeopleStore people,
            AccountStore accounts,
            AssignmentStore assignments,
            RoleGrants grants,
            GrantRules rules,
            Administrators administrators,
            OrganizationDirectory organizations,
            SignInAdministration signIn,
            AuditTrail audit,
            TransactionOperations transactions,
            Clock clock) {
        this.people = people;
        this.accounts = accounts;
        this.assignments = assignments;
        this.grants = grants;
        this.rules = rules;
        this.administrators = administrators;
        this.organizations = organizations;
        this.signIn = signIn;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Adds a person of an organisation in scope, with a one-time password unless it is a service. */
    public PersonOutcome add(Account.Draft draft, SignedIn by) {
        return transactions.execute(_ -> {
            Optional<Refusal> refusal = placed(draft, by);
            if (refusal.isPresent()) {
                return new PersonOutcome.Refused(refusal.get());
            }
            Optional<Account> added = accounts.add(draft, clock.instant());
            if (added.isEmpty()) {
                return new PersonOutcome.NameTaken();
            }
            Account account = added.get();
            audit.record(by, record(IdentityAction.PERSON_ADDED, account).changed(Map.of(), facts(draft)));
            return new PersonOutcome.Added(
                    account, draft.kind() == AccountKind.SERVICE ? null : signIn.resetPassword(account.id()));
        });
    }

    /** Changes a person; the sign-in name stays as it was. */
    public PersonOutcome change(long id, int version, Account.Draft facts, SignedIn by) {
        return touching(id, version, by, current -> {
            Optional<Refusal> refusal = placed(facts, by).or(() -> misfits(current, facts));
            if (refusal.isPresent()) {
                return new PersonOutcome.Refused(refusal.get());
            }
            Account changed = people.change(id, facts);
            Map<String, @Nullable Object> before = facts(draft(current));
            Map<String, @Nullable Object> after = facts(draft(changed));
            before.entrySet().removeIf(each -> Objects.equals(each.getValue(), after.get(each.getKey())));
            after.keySet().retainAll(before.keySet());
            audit.record(by, record(IdentityAction.PERSON_CHANGED, changed).changed(before, after));
            return new PersonOutcome.Done(changed);
        });
    }

    /** Disables an account: its sessions end, and what the person lent is taken back. */
    public PersonOutcome disable(long id, int version, String reason, SignedIn by) {
        return touching(id, version, by, current -> {
            Instant now = clock.instant();
            if (by.accountId() == id) {
                return new PersonOutcome.Refused(Refusal.OWN_ACCOUNT);
            }
            if (current.disabled()) {
                return new PersonOutcome.Refused(Refusal.NO_CHANGE);
            }
            if (administrators.lastIs(id, now)) {
                return new PersonOutcome.Refused(Refusal.LAST_ADMINISTRATOR);
            }
            Account disabled = people.disable(id, reason, now);
            audit.record(by, record(IdentityAction.PERSON_DISABLED, disabled).because(reason));
            assignments.lent(id, now).forEach(lent -> grants.end(lent, reason, by, now));
            signIn.endSessions(id);
            return new PersonOutcome.Done(disabled);
        });
    }

    /** Enables an account again. */
    public PersonOutcome enable(long id, int version, String reason, SignedIn by) {
        return touching(id, version, by, current -> {
            if (!current.disabled()) {
                return new PersonOutcome.Refused(Refusal.NO_CHANGE);
            }
            Account enabled = people.enable(id, clock.instant());
            audit.record(by, record(IdentityAction.PERSON_ENABLED, enabled).because(reason));
            return new PersonOutcome.Done(enabled);
        });
    }

    /** Whether the caller may change the person as a whole: nobody gets hold of rights that reach beyond one's own. */
    public boolean wholly(long id, SignedIn by) {
        return people.whollyWithin(id, by.scope(), clock.instant());
    }

    /** Does it to the locked account where the caller sees and may change it and has seen its latest version. */
    private PersonOutcome touching(long id, int version, SignedIn by, Function<Account, PersonOutcome> change) {
        return transactions.execute(_ -> {
            if (people.find(id, by.scope(), clock.instant()).isEmpty()) {
                return new PersonOutcome.Unknown();
            }
            Account current = people.lock(id).orElseThrow();
            if (!wholly(id, by)) {
                return new PersonOutcome.Refused(Refusal.WIDER_PERSON);
            }
            return current.version() == version ? change.apply(current) : new PersonOutcome.Stale(current);
        });
    }

    private Optional<Refusal> placed(Account.Draft draft, SignedIn by) {
        String organization = draft.organizationId();
        if (organization == null
                || organizations.find(organization).isEmpty()
                || !by.scope().covers(organization)) {
            return Optional.of(Refusal.UNKNOWN_ORGANIZATION);
        }
        return draft.breakGlass() && !(by.scope() instanceof Scope.Everything)
                ? Optional.of(Refusal.PROVINCE_ROLE)
                : Optional.empty();
    }

    private Optional<Refusal> misfits(Account current, Account.Draft facts) {
        boolean fits = accounts.assignments(current.id(), clock.instant()).stream()
                .allMatch(held -> rules.suits(facts.kind(), held.role()));
        return fits ? Optional.empty() : Optional.of(Refusal.KIND);
    }

    /** The audit log's head for a change of this account. */
    public static AuditRecord record(IdentityAction action, Account account) {
        String organization = account.organizationId();
        return AuditRecord.of(
                action,
                OBJECT,
                Long.toString(account.id()),
                account.name(),
                organization == null ? Set.of() : Set.of(organization));
    }

    /** What a form may change of an account. */
    public static Account.Draft draft(Account account) {
        return new Account.Draft(
                account.name(),
                account.displayName(),
                account.kind(),
                account.mail(),
                account.phone(),
                account.organizationId(),
                account.locale(),
                account.breakGlass());
    }

    /** Readers of the audit log need not be readers of personal data. */
    private static Map<String, @Nullable Object> facts(Account.Draft draft) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("displayName", draft.displayName());
        facts.put("kind", draft.kind().code());
        facts.put("mail", PersonalData.mail(draft.mail()));
        facts.put("phone", PersonalData.phone(draft.phone()));
        facts.put("organization", draft.organizationId());
        facts.put("locale", draft.locale());
        facts.put("breakGlass", draft.breakGlass());
        return facts;
    }
}
