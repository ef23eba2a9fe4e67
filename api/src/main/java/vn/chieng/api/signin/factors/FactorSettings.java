package vn.chieng.api.signin.factors;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the second factor.
 *
 * @param secondFactor who must have one; anybody may
 * @param secondFactorIssuer the name under which the authenticator app lists the account
 */
@ConfigurationProperties("chieng.api.signin")
public record FactorSettings(
        @DefaultValue("administrators") RequiredFor secondFactor,
        @DefaultValue("Chieng") String secondFactorIssuer) {

    /** Who must have a second factor. */
    public enum RequiredFor {
        ADMINISTRATORS,
        ALL
    }
}
