package vn.chieng.api.signin.attempts;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of wrong tries.
 *
 * @param wrongTries wrong passwords and codes in a row after which the account is locked
 * @param lockedFor how long it stays locked
 * @param untilUnlocked whether it stays locked until an administrator unlocks it, however long that takes
 * @param freeByAccount wrong tries on one name that do not slow down yet
 * @param freeByAddress wrong tries from one address that do not slow down yet; a whole office may share one
 * @param longestPause where the pauses stop doubling
 * @param forgottenAfter a name or address without wrong tries for so long starts over
 * @param remembered names, and addresses, that are remembered at the same time
 */
@ConfigurationProperties("chieng.api.signin.attempts")
public record AttemptSettings(
        @DefaultValue("5") int wrongTries,
        @DefaultValue("12h") Duration lockedFor,
        @DefaultValue("false") boolean untilUnlocked,
        @DefaultValue("2") int freeByAccount,
        @DefaultValue("20") int freeByAddress,
        @DefaultValue("10m") Duration longestPause,
        @DefaultValue("1h") Duration forgottenAfter,
        @DefaultValue("10000") int remembered) {

    private static final Duration LONGEST_LOCK = Duration.ofDays(30);

    public AttemptSettings {
        if (wrongTries < 1 || freeByAccount < 1 || freeByAddress < 1 || remembered < 1) {
            throw new IllegalArgumentException("the numbers of chieng.api.signin.attempts must be positive");
        }
        if (!lockedFor.isPositive() || lockedFor.compareTo(LONGEST_LOCK) > 0) {
            throw new IllegalArgumentException("chieng.api.signin.attempts.locked-for must be at most 30 days;"
                    + " beyond that set chieng.api.signin.attempts.until-unlocked");
        }
    }
}
