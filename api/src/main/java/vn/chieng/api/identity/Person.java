package vn.chieng.api.identity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account with the roles it holds now, as far as the reader may see them.
 *
 * @param idleAt when it is disabled unless somebody signs in; null where that never happens
 */
public record Person(
        Account account,
        List<Held> roles,
        PersonState state,
        @Nullable Instant idleAt) {
    public Person {
        roles = List.copyOf(roles);
    }
}
