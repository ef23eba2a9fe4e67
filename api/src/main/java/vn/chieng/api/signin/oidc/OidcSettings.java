package vn.chieng.api.signin.oidc;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The identity provider, if there is one.
 *
 * @param issuer its address; null: no such sign-in
 * @param clientId what it knows this installation as
 * @param clientSecretFile file that holds the secret shared with it
 * @param scopes what is asked for; {@code openid} must be among it
 * @param name what the button on the sign-in page says
 * @param accountClaim the claim that equals the account's name when a person comes for the first time
 * @param secondFactorAcr values of {@code acr} that stand for a second factor
 * @param secondFactorAmr values of {@code amr} that do
 * @param timeout how long an answer of the provider is waited for
 */
@ConfigurationProperties("chieng.api.signin.oidc")
public record OidcSettings(
        @Nullable URI issuer,
        @DefaultValue("") String clientId,
        @Nullable Path clientSecretFile,
        @DefaultValue({"openid", "profile"}) List<String> scopes,
        @DefaultValue("SSO") String name,
        @DefaultValue("preferred_username") String accountClaim,
        @DefaultValue Set<String> secondFactorAcr,
        @DefaultValue Set<String> secondFactorAmr,
        @DefaultValue("5s") Duration timeout) {

    public OidcSettings {
        scopes = List.copyOf(scopes);
        secondFactorAcr = Set.copyOf(secondFactorAcr);
        secondFactorAmr = Set.copyOf(secondFactorAmr);
        if (issuer != null) {
            if (clientId.isBlank() || clientSecretFile == null || !scopes.contains("openid")) {
                throw new IllegalArgumentException("chieng.api.signin.oidc.issuer needs client-id, client-secret-file"
                        + " and the scope openid beside it");
            }
            boolean here = "127.0.0.1".equals(issuer.getHost()) || "localhost".equals(issuer.getHost());
            if (!"https".equals(issuer.getScheme()) && !here) {
                throw new IllegalArgumentException("chieng.api.signin.oidc.issuer must be an https address");
            }
        }
    }

    /** Whether people may sign in through a provider. */
    public boolean enabled() {
        return issuer != null;
    }
}
