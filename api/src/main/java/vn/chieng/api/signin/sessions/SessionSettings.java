package vn.chieng.api.signin.sessions;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.chieng.api.access.Role;

/**
 * How long sessions last.
 *
 * @param idle without anything the person does
 * @param idleOf the same for those who act in a role; administrators 5 minutes unless set otherwise
 * @param absolute whatever the person does
 * @param absoluteOf the same for those who act in a role; administrators 8 hours unless set otherwise
 * @param seenEvery how often at most it is noted that the person is still there
 * @param warnBefore how long before the end the person is warned
 */
@ConfigurationProperties("chieng.api.signin.sessions")
public record SessionSettings(
        @DefaultValue("15m") Duration idle,
        @Nullable Map<Role, Duration> idleOf,
        @DefaultValue("12h") Duration absolute,
        @Nullable Map<Role, Duration> absoluteOf,
        @DefaultValue("1m") Duration seenEvery,
        @DefaultValue("2m") Duration warnBefore) {

    private static final Duration SHORTEST = Duration.ofMinutes(1);

    public SessionSettings {
        idleOf = idleOf == null ? Map.of(Role.ADMINISTRATOR, Duration.ofMinutes(5)) : Map.copyOf(idleOf);
        absoluteOf = absoluteOf == null ? Map.of(Role.ADMINISTRATOR, Duration.ofHours(8)) : Map.copyOf(absoluteOf);
        if (idle.compareTo(SHORTEST) < 0 || absolute.compareTo(idle) < 0) {
            throw new IllegalArgumentException("chieng.api.signin.sessions.idle must be at least a minute, and"
                    + " chieng.api.signin.sessions.absolute not shorter");
        }
    }

    Duration idle(Role role) {
        return idleOf == null ? idle : idleOf.getOrDefault(role, idle);
    }

    Duration absolute(Role role) {
        return absoluteOf == null ? absolute : absoluteOf.getOrDefault(role, absolute);
    }
}
