package vn.chieng.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import vn.chieng.api.AccessMatrixIT.Place;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.identity.Account;
import vn.chieng.api.identity.AccountKind;
import vn.chieng.api.identity.AccountStore;
import vn.chieng.api.identity.ActingRights;
import vn.chieng.api.identity.Assignment;
import vn.chieng.api.identity.reviews.ReviewStore;
import vn.chieng.api.organizations.OrganizationDirectory;

/** A person, the role they hold and an access review in each place that the access matrix walks over. */
final class MatrixPeople {
    private final ApplicationContext beans;
    private final Map<Place, Assignment> assignments = new EnumMap<>(Place.class);
    private final Map<Place, Long> reviews = new EnumMap<>(Place.class);

    MatrixPeople(ApplicationContext beans) {
        this.beans = beans;
    }

    /** Makes them, and answers the person's name, which only who sees the place may read. */
    String fill(Place place, String run) {
        Instant now = beans.getBean(Clock.class).instant();
        AccountStore accounts = beans.getBean(AccountStore.class);
        String name = "nguoi-" + place.name().toLowerCase(java.util.Locale.ROOT) + "-" + run;
        Account account = accounts.add(
                        new Account.Draft(
                                name,
                                "Người " + name,
                                AccountKind.BUSINESS,
                                null,
                                null,
                                place.organizationId(),
                                "vi",
                                false),
                        now)
                .orElseThrow();
        assignments.put(
                place,
                accounts.grant(new Assignment.Draft(account.id(), Role.OWNER, place.organizationId(), null, null), now)
                        .orElseThrow());
        beans.getBean(ReviewStore.class)
                .open(
                        place.organizationId(),
                        beans.getBean(OrganizationDirectory.class).subtree(place.organizationId()),
                        null,
                        now,
                        now.plus(Duration.ofDays(30)))
                .ifPresent(id -> reviews.put(place, id));
        return name;
    }

    Object person(Place place) {
        return Objects.requireNonNull(assignments.get(place)).accountId();
    }

    Object assignment(Place place) {
        return Objects.requireNonNull(assignments.get(place)).id();
    }

    Object review(Place place) {
        return Objects.requireNonNull(reviews.get(place));
    }

    /** The fields of forms about people. */
    Map<String, String> form(Place place) {
        return Map.of(
                "role", "CONTACT",
                "organization", place.organizationId(),
                "displayName", "Người Mới",
                "kind", "business",
                "language", "vi",
                "decision", "CONFIRM");
    }

    /** Somebody who acts in this role at one organisation. */
    SignedIn caller(Role role, String run) {
        AccountStore accounts = beans.getBean(AccountStore.class);
        Instant now = beans.getBean(Clock.class).instant();
        AccountKind kind = role == Role.ADMINISTRATOR ? AccountKind.ADMINISTRATOR : AccountKind.BUSINESS;
        Account account = accounts.add(
                        new Account.Draft(
                                "matrix-" + run + "-" + role,
                                "Vai " + role,
                                kind,
                                null,
                                null,
                                Place.OWN.organizationId(),
                                "vi",
                                false),
                        now)
                .orElseThrow();
        accounts.grant(new Assignment.Draft(account.id(), role, Place.OWN.organizationId(), null, null), now);
        return beans.getBean(ActingRights.class)
                .acting(account.id(), null, Set.of())
                .orElseThrow();
    }
}
