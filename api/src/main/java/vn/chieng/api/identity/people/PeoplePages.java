package vn.chieng.api.identity.people;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.console.Pagination;
import vn.chieng.api.console.QueryBox;
import vn.chieng.api.identity.AccountKind;
import vn.chieng.api.identity.OrganizationChoices;
import vn.chieng.api.identity.PeopleFields;
import vn.chieng.api.identity.PeopleQuery;
import vn.chieng.api.identity.PeopleStore;
import vn.chieng.api.identity.Person;
import vn.chieng.api.identity.PersonState;
import vn.chieng.api.query.ParsedQuery;
import vn.chieng.api.query.Query;

/** The list of people and the table of roles. */
@Controller
final class PeoplePages {
    private static final int PAGE = 50;
    private static final int MOST_PAGES = 2000;
    private static final List<String> SORTS = List.of("name", "signed-in");

    private final PeopleStore people;
    private final OrganizationChoices organizations;
    private final Clock clock;

    PeoplePages(PeopleStore people, OrganizationChoices organizations, Clock clock) {
        this.people = people;
        this.organizations = organizations;
        this.clock = clock;
    }

    @GetMapping("/admin/users")
    @Allowed(value = Permission.ACCOUNTS_READ, scope = Allowed.ScopeRule.QUERY)
    String list(
            @ModelAttribute PeopleParameters parameters,
            @RequestParam(defaultValue = "1") int page,
            SignedIn caller,
            Locale locale,
            Model model) {
        Instant now = clock.instant();
        int number = Math.clamp(page, 1, MOST_PAGES);
        ParsedQuery parsed = parameters.parsed(clock);
        List<Person> rows = List.of();
        long total = 0;
        if (parsed instanceof ParsedQuery.Understood(Query asked, var _)) {
            PeopleQuery query = query(parameters, asked, caller);
            rows = people.list(query, caller.scope(), now, (number - 1) * PAGE, PAGE);
            total = people.count(query, caller.scope(), now);
        }
        long idle = people.count(PeopleQuery.in(PersonState.IDLE), caller.scope(), now);
        model.addAttribute(
                "box", QueryBox.of(parameters.q(), parsed, PeopleFields.ALL, "/api/v1/accounts/completions"));
        model.addAttribute("conditions", parameters.conditions(parsed));
        model.addAttribute("people", rows);
        model.addAttribute("values", parameters.values());
        model.addAttribute("idle", idle);
        model.addAttribute(
                "pagination", new Pagination(parameters.address("/admin/users"), rows.size(), total, PAGE, number));
        model.addAttribute("exportPath", parameters.address("/admin/users/export"));
        model.addAttribute("roleChoices", Role.values());
        model.addAttribute("stateChoices", PersonState.values());
        model.addAttribute("kindChoices", AccountKind.values());
        model.addAttribute("sortChoices", SORTS);
        model.addAttribute("organizationChoices", organizations.within(caller.scope(), locale));
        model.addAttribute("mayEdit", caller.may(Permission.ACCOUNTS_EDIT));
        return "identity/people";
    }

    static PeopleQuery query(PeopleParameters parameters, Query asked, SignedIn by) {
        try {
            return parameters.query(asked, by);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()), e);
        }
    }

    @GetMapping("/admin/roles")
    @Allowed(value = Permission.ACCOUNTS_READ, scope = Allowed.ScopeRule.QUERY)
    String roles(SignedIn caller, Model model) {
        model.addAttribute("holders", people.holders(caller.scope(), clock.instant()));
        model.addAttribute("permissions", RoleTable.PERMISSIONS);
        model.addAttribute("roles", Role.values());
        return "identity/roles";
    }
}
