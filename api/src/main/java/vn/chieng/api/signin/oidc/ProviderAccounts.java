package vn.chieng.api.signin.oidc;

import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.chieng.api.identity.Account;
import vn.chieng.api.identity.AccountStore;
import vn.chieng.api.signin.trail.SignInAction;
import vn.chieng.api.signin.trail.SignInTrail;

/** Finds the account a provider vouches for. It makes neither accounts nor rights, and never moves a link. */
@Component
public class ProviderAccounts {
    private final AccountStore accounts;
    private final LinkStore links;
    private final OidcSettings settings;
    private final SignInTrail trail;
    private final Clock clock;

    ProviderAccounts(AccountStore accounts, LinkStore links, OidcSettings settings, SignInTrail trail, Clock clock) {
        this.accounts = accounts;
        this.links = links;
        this.settings = settings;
        this.trail = trail;
        this.clock = clock;
    }

    /** The account linked to this subject; at the first time the one that the claim names. */
    @Transactional
    public Optional<Account> of(OidcIdToken token) {
        String issuer = Objects.requireNonNull(token.getIssuer()).toString();
        String subject = subject(token);
        Optional<Long> linked = links.find(issuer, subject);
        if (linked.isPresent()) {
            return accounts.find(linked.get());
        }
        return named(token)
                .flatMap(accounts::find)
                .filter(account -> !account.disabled())
                .filter(account -> links.add(issuer, subject, account.id(), clock.instant()))
                .map(account -> {
                    trail.record(SignInAction.PROVIDER_LINKED, account, Map.of("issuer", issuer, "subject", subject));
                    return account;
                });
    }

    /** The name the provider gives the person, for the log. */
    public String nameOf(OidcIdToken token) {
        return named(token).orElse(subject(token));
    }

    /** Whether the provider says that it has checked more than a password. */
    public boolean provenElsewhere(OidcIdToken token) {
        List<String> methods = token.getClaimAsStringList("amr");
        Collection<String> amr = methods == null ? List.of() : methods;
        String acr = token.getClaimAsString("acr");
        return (acr != null && settings.secondFactorAcr().contains(acr))
                || !Collections.disjoint(amr, settings.secondFactorAmr());
    }

    /** Every id token has one: the flow refuses others. */
    private static String subject(OidcIdToken token) {
        return Objects.requireNonNull(token.getSubject());
    }

    private Optional<String> named(OidcIdToken token) {
        String claim = settings.accountClaim();
        // an address that the provider has not verified is whatever the person typed there
        if (claim.equals("email") && !Boolean.TRUE.equals(token.getClaimAsBoolean("email_verified"))) {
            return Optional.empty();
        }
        return Optional.ofNullable(token.getClaimAsString(claim)).filter(name -> !name.isBlank());
    }
}
