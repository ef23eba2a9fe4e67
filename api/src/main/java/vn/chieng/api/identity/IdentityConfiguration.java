package vn.chieng.api.identity;

import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import vn.chieng.api.access.Permission;
import vn.chieng.api.console.MenuItem;

/** The places of people and roles in the side bar, and what runs by the clock. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class IdentityConfiguration {

    @Bean
    MenuItem delegationsMenuItem() {
        return new MenuItem("/delegations", "identity.delegations.menu", 70, Permission.ROLE_DELEGATE, null);
    }

    @Bean
    MenuItem peopleMenuItem() {
        return new MenuItem("/admin/users", "identity.people.menu", 91, Permission.ACCOUNTS_READ, null);
    }

    @Bean
    MenuItem rolesMenuItem() {
        return new MenuItem("/admin/roles", "identity.roles.menu", 92, Permission.ACCOUNTS_READ, null);
    }

    @Bean
    MenuItem sessionsMenuItem() {
        return new MenuItem("/admin/sessions", "identity.sessions.menu", 93, Permission.ACCOUNTS_READ, null);
    }

    @Bean
    MenuItem reviewsMenuItem() {
        return new MenuItem("/admin/reviews", "identity.reviews.menu", 94, Permission.ACCESS_REVIEW, null);
    }

    /** Accounts of an older version have no keys for search and order. */
    @Bean
    ApplicationRunner keysOfOlderAccounts(PeopleStore people) {
        return _ -> people.fillKeys();
    }
}
