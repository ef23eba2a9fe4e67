package vn.chieng.api.incidents;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.Scope;
import vn.chieng.api.identity.PeopleQuery;
import vn.chieng.api.identity.PeopleStore;
import vn.chieng.api.identity.Person;
import vn.chieng.api.identity.PersonState;

/** Those who may work on incidents now, and those of them whom a text mentions. */
@Component
public final class Handlers {
    private static final Pattern MENTION = Pattern.compile("(?<![\\p{L}\\d@.])@([a-z0-9][a-z0-9._-]{0,79})");
    private static final int MOST_MENTIONS = 20;
    private static final int MOST_PEOPLE = 10_000;

    private final PeopleStore people;
    private final Clock clock;

    Handlers(PeopleStore people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    /** All of them, by given name. */
    public List<Handler> all() {
        return people.list(PeopleQuery.all(), new Scope.Everything(), clock.instant(), 0, MOST_PEOPLE).stream()
                .filter(person -> person.state() != PersonState.DISABLED)
                .filter(person -> person.roles().stream()
                        .anyMatch(held -> held.assignment().role().grants(Permission.INCIDENTS_WORK)))
                .map(Person::account)
                .map(account -> new Handler(account.id(), account.name(), account.displayName()))
                .toList();
    }

    /** The one of this account. */
    public Optional<Handler> find(long id) {
        return all().stream().filter(handler -> handler.id() == id).findFirst();
    }

    /** Those whom the text names as {@code @name}. */
    public Set<Handler> mentioned(String text) {
        Set<String> names = MENTION.matcher(text)
                .results()
                .limit(MOST_MENTIONS)
                .map(Handlers::withoutFullStop)
                .collect(Collectors.toSet());
        return names.isEmpty()
                ? Set.of()
                : all().stream()
                        .filter(handler -> names.contains(handler.name()))
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** A sentence may end with a name. */
    private static String withoutFullStop(MatchResult match) {
        return match.group(1).replaceAll("\\.+$", "");
    }
}
