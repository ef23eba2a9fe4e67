package vn.chieng.api.identity;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of sign-in.
 *
 * @param wrongTries wrong passwords in a row after which the account is locked
 * @param lockedFor how long it stays locked
 * @param parallelChecks passwords checked at the same time; each check takes 19 MiB
 * @param checkTokenLifetime how long the launcher's token holds
 * @param demoOwnerOrganizations what the demo owner sees
 */
@ConfigurationProperties("chieng.api.identity")
record IdentitySettings(
        @DefaultValue("5") int wrongTries,
        @DefaultValue("15m") Duration lockedFor,
        @DefaultValue("4") int parallelChecks,
        @DefaultValue("7d") Duration checkTokenLifetime,

        @DefaultValue({"org-21583", "org-21589", "org-21607"})
        Set<String> demoOwnerOrganizations) {

    IdentitySettings {
        if (wrongTries < 1 || parallelChecks < 1) {
            throw new IllegalArgumentException(
                    "chieng.api.identity.wrong-tries and chieng.api.identity.parallel-checks must be positive");
        }
        demoOwnerOrganizations = Set.copyOf(demoOwnerOrganizations);
    }
}
