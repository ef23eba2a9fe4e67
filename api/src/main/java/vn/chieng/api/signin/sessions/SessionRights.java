package vn.chieng.api.signin.sessions;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Duty;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.identity.Account;
import vn.chieng.api.identity.AccountKind;
import vn.chieng.api.identity.AccountStore;
import vn.chieng.api.identity.ActingRights;
import vn.chieng.api.identity.Assignment;
import vn.chieng.api.signin.factors.SecondFactors;
import vn.chieng.api.signin.passwords.CredentialStore;
import vn.chieng.api.signin.passwords.PasswordChange;

/** What the person of a session may do now, and what is owed first. */
@Component
public final class SessionRights {
    private final ActingRights rights;
    private final AccountStore accounts;
    private final CredentialStore credentials;
    private final PasswordChange passwords;
    private final SecondFactors factors;

    public SessionRights(
            ActingRights rights,
            AccountStore accounts,
            CredentialStore credentials,
            PasswordChange passwords,
            SecondFactors factors) {
        this.rights = rights;
        this.accounts = accounts;
        this.credentials = credentials;
        this.passwords = passwords;
        this.factors = factors;
    }

    /** The person in the role chosen; empty where account or role is gone. */
    Optional<SignedIn> of(long accountId, @Nullable Long assignmentId, boolean provenElsewhere) {
        return rights.acting(accountId, assignmentId, duties(accountId, provenElsewhere));
    }

    /** The same caller with today's permissions and scope. */
    Optional<SignedIn> acting(SignedIn caller) {
        return rights.acting(caller.accountId(), caller.assignmentId(), caller.duties());
    }

    /** The roles to choose from. */
    public List<Assignment> choices(long accountId) {
        return rights.choices(accountId);
    }

    /** Whether stricter rules hold: for accounts of that kind and for whoever holds that role anywhere. */
    public boolean administrator(long accountId) {
        return accounts.find(accountId)
                        .map(Account::kind)
                        .filter(kind -> kind == AccountKind.ADMINISTRATOR)
                        .isPresent()
                || choices(accountId).stream().anyMatch(held -> held.role() == Role.ADMINISTRATOR);
    }

    private Set<Duty> duties(long accountId, boolean provenElsewhere) {
        Set<Duty> duties = EnumSet.noneOf(Duty.class);
        boolean administrator = administrator(accountId);
        boolean proven = factors.on(accountId);
        if (passwords.due(credentials.find(accountId).orElse(null), administrator, proven)) {
            duties.add(Duty.NEW_PASSWORD);
        }
        if (!proven && !provenElsewhere && factors.required(administrator)) {
            duties.add(Duty.SECOND_FACTOR);
        }
        return duties;
    }
}
