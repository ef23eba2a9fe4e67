package vn.chieng.api.console;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import vn.chieng.api.access.SignedIn;

/** The numbers of the side bar as templates ask for them; without a database there are none, and the page stands. */
@Component
public final class MenuBadges {
    private final List<MenuBadge> badges;

    MenuBadges(List<MenuBadge> badges) {
        this.badges = List.copyOf(badges);
    }

    /** A number with the key of its words. */
    public record Shown(String key, long count) {}

    /** What waits behind an entry; null where nothing does. */
    public @Nullable Shown of(MenuItem item) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn caller)) {
            return null;
        }
        return badges.stream()
                .filter(badge -> badge.path().equals(item.path()))
                .map(badge -> new Shown(badge.key(), counted(badge, caller)))
                .filter(shown -> shown.count() > 0)
                .findFirst()
                .orElse(null);
    }

    private static long counted(MenuBadge badge, SignedIn caller) {
        try {
            return badge.count().of(caller);
        } catch (DataAccessException | TransactionException e) {
            return 0;
        }
    }
}
