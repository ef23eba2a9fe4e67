package vn.chieng.api.identity.people;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditHistory;
import vn.chieng.api.console.Crumb;
import vn.chieng.api.console.Shown;
import vn.chieng.api.identity.Account;
import vn.chieng.api.identity.AssignmentStore;
import vn.chieng.api.identity.Delegation;
import vn.chieng.api.identity.GrantRules;
import vn.chieng.api.identity.OpenSession;
import vn.chieng.api.identity.OrganizationChoices;
import vn.chieng.api.identity.People;
import vn.chieng.api.identity.PeopleStore;
import vn.chieng.api.identity.Person;
import vn.chieng.api.identity.SignInAdministration;

/** Gathers what the page of a person shows, as far as its reader may see it. */
@Component
final class PersonView {
    static final int MOST_SESSIONS = 500;
    private static final int MOST_DELEGATIONS = 50;
    private static final int MOST_HISTORY = 100;

    private final PeopleStore people;
    private final People decisions;
    private final AssignmentStore assignments;
    private final GrantRules rules;
    private final SignInAdministration signIn;
    private final OrganizationChoices organizations;
    private final ObjectProvider<AuditHistory> history;
    private final Shown shown;
    private final MessageSource messages;
    private final Clock clock;

    PersonView(
            PeopleStore people,
            People decisions,
            AssignmentStore assignments,
            GrantRules rules,
            SignInAdministration signIn,
            OrganizationChoices organizations,
            ObjectProvider<AuditHistory> history,
            Shown shown,
            MessageSource messages,
            Clock clock) {
        this.people = people;
        this.decisions = decisions;
        this.assignments = assignments;
        this.rules = rules;
        this.signIn = signIn;
        this.organizations = organizations;
        this.history = history;
        this.shown = shown;
        this.messages = messages;
        this.clock = clock;
    }

    /** The person, or 404: who is out of scope does not exist. */
    Person known(long id, SignedIn caller) {
        return people.find(id, caller.scope(), clock.instant())
                .map(found -> caller.may(Permission.PERSONAL_DATA_READ) ? found : masked(found))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    static Person masked(Person person) {
        return new Person(person.account().masked(), person.roles(), person.state(), person.idleAt());
    }

    /** Fills the model of the page. */
    String show(long id, SignedIn caller, Model model) {
        Person person = known(id, caller);
        Account account = person.account();
        boolean mayEdit = caller.may(Permission.ACCOUNTS_EDIT);
        boolean own = caller.accountId() == id;
        boolean wholly = decisions.wholly(id, caller);
        model.addAttribute("person", person);
        model.addAttribute("account", account);
        model.addAttribute("heading", shown.text(account.displayName()));
        model.addAttribute("signIn", signIn.state(id));
        model.addAttribute("sessions", sessions(id, caller.scope()));
        model.addAttribute("tokens", wholly ? signIn.tokens(id) : List.of());
        model.addAttribute("given", given(id, caller.scope()));
        history.ifAvailable(
                log -> model.addAttribute("history", log.of(People.OBJECT, Long.toString(id), MOST_HISTORY)));
        model.addAttribute("own", own);
        model.addAttribute("mayGrant", mayEdit && !own);
        model.addAttribute("mayEdit", mayEdit && wholly);
        model.addAttribute("mayEnd", mayEdit && wholly && !own);
        model.addAttribute("wider", mayEdit && !wholly);
        model.addAttribute(
                "roleChoices",
                Arrays.stream(Role.values())
                        .filter(role -> rules.suits(account.kind(), role))
                        .filter(role ->
                                role.reach() == Role.Reach.SUBTREE || caller.scope() instanceof Scope.Everything)
                        .toList());
        model.addAttribute("organizationChoices", organizations.within(caller.scope(), locale()));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("/admin/users", messages.getMessage("identity.people.title", null, locale())),
                        new Crumb("/admin/users/" + id, account.displayName())));
        return "identity/person";
    }

    private List<OpenSession> sessions(long id, Scope scope) {
        return signIn.sessions(scope, MOST_SESSIONS).stream()
                .filter(each -> each.accountId() == id)
                .toList();
    }

    private List<Delegation> given(long id, Scope scope) {
        return assignments.given(id, clock.instant(), MOST_DELEGATIONS).stream()
                .filter(each -> scope.covers(each.assignment().organizationId()))
                .toList();
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
