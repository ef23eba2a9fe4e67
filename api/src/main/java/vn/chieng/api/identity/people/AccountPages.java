package vn.chieng.api.identity.people;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.identity.Account;
import vn.chieng.api.identity.GrantOutcome;
import vn.chieng.api.identity.People;
import vn.chieng.api.identity.PersonOutcome;
import vn.chieng.api.identity.Reason;
import vn.chieng.api.identity.Refusal;
import vn.chieng.api.identity.RoleGrants;

/** The forms on the page of a person: disable, enable, give a role, take one away. */
@Controller
final class AccountPages {
    private final People people;
    private final RoleGrants grants;
    private final PersonView view;

    AccountPages(People people, RoleGrants grants, PersonView view) {
        this.people = people;
        this.grants = grants;
        this.view = view;
    }

    @PostMapping("/admin/users/{id}/disable")
    @Allowed(value = Permission.ACCOUNTS_EDIT, scope = Allowed.ScopeRule.QUERY)
    String disable(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            SignedIn caller,
            Model model,
            HttpServletResponse response) {
        Optional<String> given = Reason.of(reason);
        return given.isEmpty()
                ? unreasoned(id, "disable", caller, model, response)
                : answer(id, people.disable(id, version, given.get(), caller), caller, model, response);
    }

    @PostMapping("/admin/users/{id}/enable")
    @Allowed(value = Permission.ACCOUNTS_EDIT, scope = Allowed.ScopeRule.QUERY)
    String enable(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            SignedIn caller,
            Model model,
            HttpServletResponse response) {
        Optional<String> given = Reason.of(reason);
        return given.isEmpty()
                ? unreasoned(id, "enable", caller, model, response)
                : answer(id, people.enable(id, version, given.get(), caller), caller, model, response);
    }

    private String answer(long id, PersonOutcome outcome, SignedIn caller, Model model, HttpServletResponse response) {
        return switch (outcome) {
            case PersonOutcome.Done _ -> "redirect:/admin/users/" + id;
            case PersonOutcome.Stale(Account current) -> {
                model.addAttribute("stale", current);
                yield refused(id, "stale", HttpStatus.CONFLICT, caller, model, response);
            }
            case PersonOutcome.Refused(Refusal why) ->
                refused(id, why.code(), HttpStatus.CONFLICT, caller, model, response);
            case PersonOutcome.Unknown _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case PersonOutcome.Added _, PersonOutcome.NameTaken _ ->
                throw new IllegalStateException("nobody was added");
        };
    }

    @PostMapping("/admin/users/{id}/roles")
    @Allowed(value = Permission.ACCOUNTS_EDIT, scope = Allowed.ScopeRule.QUERY)
    String grant(
            @PathVariable long id,
            @RequestParam Role role,
            @RequestParam String organization,
            @RequestParam(defaultValue = "") String lastDay,
            SignedIn caller,
            Model model,
            HttpServletResponse response) {
        LocalDate day;
        try {
            day = lastDay.isBlank() ? null : LocalDate.parse(lastDay);
        } catch (DateTimeParseException _) {
            return refused(id, "bad-day", HttpStatus.UNPROCESSABLE_CONTENT, caller, model, response);
        }
        return answer(id, grants.grant(id, role, organization, day, caller), caller, model, response);
    }

    @PostMapping("/admin/users/{id}/roles/{assignment}/withdraw")
    @Allowed(value = Permission.ACCOUNTS_EDIT, scope = Allowed.ScopeRule.QUERY)
    String withdraw(
            @PathVariable long id,
            @PathVariable long assignment,
            @RequestParam(defaultValue = "") String reason,
            SignedIn caller,
            Model model,
            HttpServletResponse response) {
        boolean held = view.known(id, caller).roles().stream()
                .anyMatch(each -> each.assignment().id() == assignment);
        if (!held) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Optional<String> given = Reason.of(reason);
        return given.isEmpty()
                ? unreasoned(id, "withdraw-" + assignment, caller, model, response)
                : answer(id, grants.withdraw(assignment, given.get(), caller), caller, model, response);
    }

    private String answer(long id, GrantOutcome outcome, SignedIn caller, Model model, HttpServletResponse response) {
        return switch (outcome) {
            case GrantOutcome.Done _ -> "redirect:/admin/users/" + id;
            case GrantOutcome.Refused(Refusal why) ->
                refused(id, why.code(), HttpStatus.CONFLICT, caller, model, response);
            case GrantOutcome.Unknown _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private String unreasoned(long id, String field, SignedIn caller, Model model, HttpServletResponse response) {
        model.addAttribute("unreasoned", field);
        return refused(id, null, HttpStatus.UNPROCESSABLE_CONTENT, caller, model, response);
    }

    private String refused(
            long id,
            @Nullable String why,
            HttpStatus status,
            SignedIn caller,
            Model model,
            HttpServletResponse response) {
        response.setStatus(status.value());
        model.addAttribute("refused", why);
        return view.show(id, caller, model);
    }
}
