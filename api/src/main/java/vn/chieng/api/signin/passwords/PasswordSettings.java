package vn.chieng.api.signin.passwords;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Rules of passwords.
 *
 * @param shortest characters where a second factor is on
 * @param shortestAlone characters where none is; such a password also mixes small and capital letters, digits and signs
 * @param administratorAge how old an administrator's password gets
 * @param age how old anybody else's gets; null: as old as it likes
 * @param remembered former passwords that may not come back
 * @param parallelChecks passwords checked at the same time; each check takes 19 MiB
 */
@ConfigurationProperties("chieng.api.signin.passwords")
public record PasswordSettings(
        @DefaultValue("8") int shortest,
        @DefaultValue("14") int shortestAlone,
        @DefaultValue("60d") Duration administratorAge,
        @Nullable Duration age,
        @DefaultValue("10") int remembered,
        @DefaultValue("4") int parallelChecks) {

    public PasswordSettings {
        if (shortest < 8 || shortestAlone < shortest || shortestAlone > Passwords.LONGEST) {
            throw new IllegalArgumentException("chieng.api.signin.passwords.shortest must be at least 8, and not above"
                    + " chieng.api.signin.passwords.shortest-alone");
        }
        if (parallelChecks < 1 || remembered < 0 || remembered > 100) {
            throw new IllegalArgumentException("chieng.api.signin.passwords.parallel-checks must be positive,"
                    + " chieng.api.signin.passwords.remembered between 0 and 100");
        }
    }
}
