package vn.chieng.api.signin;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of sign-in.
 *
 * @param wrongTries wrong passwords in a row after which the account is locked
 * @param lockedFor how long it stays locked
 * @param parallelChecks passwords checked at the same time; each check takes 19 MiB
 * @param checkTokenLifetime how long the launcher's token holds
 * @param demoOwnerOrganization where the demo owner holds that role
 */
@ConfigurationProperties("chieng.api.signin")
record SignInSettings(
        @DefaultValue("5") int wrongTries,
        @DefaultValue("15m") Duration lockedFor,
        @DefaultValue("4") int parallelChecks,
        @DefaultValue("7d") Duration checkTokenLifetime,
        @DefaultValue("org-21583") String demoOwnerOrganization) {

    SignInSettings {
        if (wrongTries < 1 || parallelChecks < 1) {
            throw new IllegalArgumentException(
                    "chieng.api.signin.wrong-tries and chieng.api.signin.parallel-checks must be positive");
        }
    }
}
