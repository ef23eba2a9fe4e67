package vn.chieng.api.identity.people;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.console.QueryWords;
import vn.chieng.api.identity.Account;
import vn.chieng.api.identity.Assignment;
import vn.chieng.api.identity.PeopleFields;
import vn.chieng.api.identity.PeopleQuery;
import vn.chieng.api.identity.PeopleStore;
import vn.chieng.api.identity.Person;
import vn.chieng.api.organizations.NamedOrganizations;
import vn.chieng.api.problems.ProblemType;
import vn.chieng.api.problems.Problems;
import vn.chieng.api.query.Completion;
import vn.chieng.api.query.ParsedQuery;
import vn.chieng.api.query.Query;
import vn.chieng.api.query.QueryProblem;

/** People and the roles they hold, to read. */
@RestController
@RequestMapping("/api/v1/accounts")
final class AccountController {
    private static final int MOST = 200;
    private static final int FURTHEST = 100_000;

    private final PeopleStore people;
    private final NamedOrganizations organizations;
    private final QueryWords words;
    private final Problems problems;
    private final Clock clock;

    AccountController(
            PeopleStore people, NamedOrganizations organizations, QueryWords words, Problems problems, Clock clock) {
        this.organizations = organizations;
        this.words = words;
        this.people = people;
        this.problems = problems;
        this.clock = clock;
    }

    /** An account as it is answered. */
    record AccountBody(
            long id,
            String name,
            String displayName,
            String kind,
            @Nullable String mail,
            @Nullable String phone,
            @Nullable String organizationId,
            String locale,
            String state,
            boolean breakGlass,
            Instant createdAt,
            @Nullable Instant lastSignedInAt,
            int version) {

        static AccountBody of(Person person, SignedIn caller) {
            Account account = caller.may(Permission.PERSONAL_DATA_READ)
                    ? person.account()
                    : PersonView.masked(person).account();
            return new AccountBody(
                    account.id(),
                    account.name(),
                    account.displayName(),
                    account.kind().code(),
                    account.mail(),
                    account.phone(),
                    account.organizationId(),
                    account.locale(),
                    person.state().code(),
                    account.breakGlass(),
                    account.createdAt(),
                    account.lastSignedInAt(),
                    account.version());
        }
    }

    /** An assignment as it is answered; {@code endsAt} is the first instant it no longer holds. */
    record AssignmentBody(
            long id,
            String role,
            String organizationId,
            Instant grantedAt,
            @Nullable Instant endsAt,
            boolean delegated,
            @Nullable String duties,
            @Nullable Instant reviewedAt) {

        static AssignmentBody of(Assignment held) {
            return new AssignmentBody(
                    held.id(),
                    held.role().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    held.organizationId(),
                    held.grantedAt(),
                    held.endsAt(),
                    held.delegatedFrom() != null,
                    held.duties(),
                    held.reviewedAt());
        }
    }

    /** A part of a list, and how long the whole is. */
    record Items<T>(List<T> items, long total) {}

    @GetMapping
    @Allowed(value = Permission.ACCOUNTS_READ, scope = Allowed.ScopeRule.QUERY)
    ResponseEntity<?> list(
            @ModelAttribute PeopleParameters parameters,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "50") int limit,
            SignedIn caller) {
        if (limit < 1 || limit > MOST) {
            return problems.response(ProblemType.BAD_REQUEST, "limit");
        }
        if (offset < 0 || offset > FURTHEST) {
            return problems.response(ProblemType.BAD_REQUEST, "offset");
        }
        return switch (parameters.parsed(clock)) {
            case ParsedQuery.Wrong(QueryProblem problem) -> words.refused(problem);
            case ParsedQuery.Understood(Query asked, var _) -> listed(parameters, asked, offset, limit, caller);
        };
    }

    private ResponseEntity<?> listed(PeopleParameters parameters, Query asked, int offset, int limit, SignedIn caller) {
        PeopleQuery query;
        try {
            query = parameters.query(asked, caller);
        } catch (IllegalArgumentException e) {
            return problems.response(ProblemType.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
        Instant now = clock.instant();
        List<AccountBody> items = people.list(query, caller.scope(), now, offset, limit).stream()
                .map(person -> AccountBody.of(person, caller))
                .toList();
        return ResponseEntity.ok(new Items<>(items, people.count(query, caller.scope(), now)));
    }

    @GetMapping("/completions")
    @Allowed(value = Permission.ACCOUNTS_READ, scope = Allowed.ScopeRule.QUERY)
    Completion complete(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int caret,
            SignedIn caller,
            Locale locale) {
        return Completion.of(q, caret, PeopleFields.ALL, (field, begun) -> switch (field.name()) {
            case "organization" -> organizations.offered(begun, caller.scope(), locale);
            default -> List.of();
        });
    }

    @GetMapping("/{id}")
    @Allowed(value = Permission.ACCOUNTS_READ, scope = Allowed.ScopeRule.QUERY)
    ResponseEntity<?> one(@PathVariable long id, SignedIn caller) {
        Optional<Person> person = people.find(id, caller.scope(), clock.instant());
        return person.isEmpty()
                ? problems.response(ProblemType.NOT_FOUND)
                : ResponseEntity.ok(AccountBody.of(person.get(), caller));
    }

    @GetMapping("/{id}/assignments")
    @Allowed(value = Permission.ACCOUNTS_READ, scope = Allowed.ScopeRule.QUERY)
    ResponseEntity<?> assignments(@PathVariable long id, SignedIn caller) {
        Optional<Person> person = people.find(id, caller.scope(), clock.instant());
        if (person.isEmpty()) {
            return problems.response(ProblemType.NOT_FOUND);
        }
        List<AssignmentBody> items = person.get().roles().stream()
                .map(held -> AssignmentBody.of(held.assignment()))
                .toList();
        return ResponseEntity.ok(new Items<>(items, items.size()));
    }
}
