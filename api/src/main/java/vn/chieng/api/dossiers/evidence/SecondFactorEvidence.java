package vn.chieng.api.dossiers.evidence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Scope;
import vn.chieng.api.identity.PeopleQuery;
import vn.chieng.api.identity.PeopleStore;
import vn.chieng.api.identity.Person;
import vn.chieng.api.identity.PersonState;
import vn.chieng.api.identity.SignInAdministration;
import vn.chieng.api.organizations.OrganizationDirectory;

/** How many people of the organisation sign in to this product with a second factor. */
@Component
class SecondFactorEvidence implements MeasuredEvidence {
    private static final Set<String> NAMES = Set.of("mfa-on");
    private static final Duration COUNTS_FOR = Duration.ofDays(30);
    /** People asked about; a body has fewer. */
    private static final int MOST_PEOPLE = 500;

    private final PeopleStore people;
    private final SignInAdministration signIn;
    private final OrganizationDirectory organizations;
    private final Clock clock;

    SecondFactorEvidence(
            PeopleStore people, SignInAdministration signIn, OrganizationDirectory organizations, Clock clock) {
        this.people = people;
        this.signIn = signIn;
        this.organizations = organizations;
        this.clock = clock;
    }

    @Override
    public Set<String> names() {
        return NAMES;
    }

    @Override
    public Optional<Measured> measure(String name, EvidenceSubject subject) {
        String organizationId = subject.organizationId();
        Instant now = clock.instant();
        Scope scope = organizations.scope(organizationId);
        PeopleQuery everybody = PeopleQuery.of(organizationId);
        List<Person> active = people.list(everybody, scope, now, 0, MOST_PEOPLE).stream()
                .filter(person -> person.state() != PersonState.DISABLED)
                .toList();
        if (active.isEmpty()) {
            return Optional.empty();
        }
        long on = active.stream()
                .filter(person -> signIn.state(person.account().id()).secondFactor())
                .count();
        return Optional.of(new Measured(
                "dossiers.measured.mfa-on",
                List.of(on, active.size()),
                on == active.size(),
                now,
                now.plus(COUNTS_FOR)));
    }
}
