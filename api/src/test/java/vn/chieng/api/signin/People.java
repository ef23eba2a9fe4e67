package vn.chieng.api.signin;

import java.time.Instant;
import java.util.UUID;
import vn.chieng.api.access.Role;
import vn.chieng.api.identity.Account;
import vn.chieng.api.identity.AccountKind;
import vn.chieng.api.identity.AccountStore;
import vn.chieng.api.identity.Assignment;
import vn.chieng.api.signin.passwords.PasswordChange;

/** Makes people for tests of sign-in. */
final class People {
    static final String ROOT = "org-tinh-gia-lai";
    static final String PASSWORD = "Một câu dài, 2 lần!";
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    private final AccountStore accounts;
    private final PasswordChange passwords;

    People(AccountStore accounts, PasswordChange passwords) {
        this.accounts = accounts;
        this.passwords = passwords;
    }

    Account add(Role role) {
        return add(role, AccountKind.BUSINESS, false);
    }

    Account add(Role role, AccountKind kind, boolean oneTime) {
        return add("u" + UUID.randomUUID(), role, kind, oneTime, false);
    }

    Account add(String name, Role role, AccountKind kind, boolean oneTime, boolean breakGlass) {
        Account account = accounts.add(
                        new Account.Draft(name, "Người Thử", kind, null, null, ROOT, "vi", breakGlass), LONG_AGO)
                .orElseThrow();
        also(account, role, ROOT);
        passwords.set(account.id(), PASSWORD, oneTime);
        return account;
    }

    void also(Account account, Role role, String organizationId) {
        accounts.grant(new Assignment.Draft(account.id(), role, organizationId, null, null), LONG_AGO);
    }
}
