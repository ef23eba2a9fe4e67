package vn.chieng.api.identity;

import java.time.Duration;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of people and roles.
 *
 * @param mixedKinds whether an administrator's account may hold other roles, and any other account that one
 * @param idleAfter without a sign-in for this long, an account is disabled
 * @param idleWarning how long before that the pages say so
 * @param delegationLongest the longest time for which a role can be delegated
 * @param reviewEvery time from the opening of one access review to that of the next
 * @param reviewDueAfter time within which a review is to be finished
 * @param reviewWithdraws whether what nobody confirmed until then is withdrawn; otherwise it is shown as overdue
 */
@ConfigurationProperties("chieng.api.identity")
public record IdentitySettings(
        @DefaultValue("false") boolean mixedKinds,
        @DefaultValue("45d") Duration idleAfter,
        @DefaultValue("7d") Duration idleWarning,
        @DefaultValue("365d") Duration delegationLongest,
        @DefaultValue("6m") Period reviewEvery,
        @DefaultValue("30d") Duration reviewDueAfter,
        @DefaultValue("false") boolean reviewWithdraws) {

    public IdentitySettings {
        if (idleWarning.isNegative() || idleWarning.compareTo(idleAfter) >= 0) {
            throw new IllegalArgumentException(
                    "chieng.api.identity.idle-warning must be shorter than chieng.api.identity.idle-after");
        }
        if (!delegationLongest.isPositive() || !reviewDueAfter.isPositive()) {
            throw new IllegalArgumentException("chieng.api.identity.delegation-longest and"
                    + " chieng.api.identity.review-due-after must be positive");
        }
        if (reviewEvery.isNegative() || reviewEvery.isZero()) {
            throw new IllegalArgumentException("chieng.api.identity.review-every must be positive");
        }
    }
}
