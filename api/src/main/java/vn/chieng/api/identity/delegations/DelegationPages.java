package vn.chieng.api.identity.delegations;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.console.FieldProblem;
import vn.chieng.api.identity.Account;
import vn.chieng.api.identity.GrantOutcome;
import vn.chieng.api.identity.LastDay;
import vn.chieng.api.identity.OrganizationChoices;
import vn.chieng.api.identity.Reason;
import vn.chieng.api.identity.Refusal;

/** What the caller has lent, and the form to lend more. */
@Controller
final class DelegationPages {
    private final Delegations delegations;
    private final OrganizationChoices organizations;
    private final MessageSource messages;
    private final Clock clock;

    DelegationPages(Delegations delegations, OrganizationChoices organizations, MessageSource messages, Clock clock) {
        this.delegations = delegations;
        this.organizations = organizations;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/delegations")
    @Allowed(value = Permission.ROLE_DELEGATE, scope = Allowed.ScopeRule.QUERY)
    String list(SignedIn caller, Model model) {
        return page(DelegationForm.empty(), List.of(), caller, model);
    }

    @PostMapping("/delegations")
    @Allowed(value = Permission.ROLE_DELEGATE, scope = Allowed.ScopeRule.QUERY)
    String give(
            @ModelAttribute DelegationForm form,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        List<String> flaws = form.flaws();
        if (!flaws.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(form, flaws, caller, model);
        }
        Optional<Account> receiver = delegations.receivers(caller).stream()
                .filter(each -> each.name().equals(form.receiverName()))
                .findFirst();
        GrantOutcome outcome = receiver.isEmpty()
                ? new GrantOutcome.Refused(Refusal.UNKNOWN_RECEIVER)
                : delegations.give(form.draft(receiver.get().id()), caller);
        return switch (outcome) {
            case GrantOutcome.Done _ -> {
                flash.addFlashAttribute("given", receiver.orElseThrow().displayName());
                yield "redirect:/delegations";
            }
            case GrantOutcome.Refused(Refusal why) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page(form, List.of(field(why)), caller, model);
            }
            case GrantOutcome.Unknown _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private static String field(Refusal why) {
        return switch (why) {
            case UNKNOWN_RECEIVER -> "receiver.unknown";
            case HELD -> "receiver.held";
            case NOT_OWN_ROLE -> "receiver.role";
            case UNKNOWN_ORGANIZATION -> "organization";
            case ENDED -> "lastDay.over";
            case TOO_LONG -> "lastDay.long";
            default -> throw new IllegalStateException("lending is not refused for " + why);
        };
    }

    /** A delegation is its giver's alone: whose scope it lies in says nothing. */
    @PostMapping("/delegations/{id}/withdraw")
    @Allowed(Permission.ROLE_DELEGATE)
    String withdraw(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Optional<String> given = Reason.of(reason);
        if (given.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("unreasoned", id);
            return page(DelegationForm.empty(), List.of(), caller, model);
        }
        if (!(delegations.withdraw(id, given.get(), caller) instanceof GrantOutcome.Done)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        flash.addFlashAttribute("withdrawn", true);
        return "redirect:/delegations";
    }

    private String page(DelegationForm form, List<String> flaws, SignedIn caller, Model model) {
        Locale locale = LocaleContextHolder.getLocale();
        model.addAttribute("delegations", delegations.given(caller));
        model.addAttribute("receivers", delegations.receivers(caller));
        model.addAttribute("organizationChoices", organizations.within(caller.scope(), locale));
        model.addAttribute("form", form);
        model.addAttribute("chosen", form.organizations());
        model.addAttribute("today", LastDay.today(clock.instant()).toString());
        model.addAttribute("role", caller.role());
        model.addAttribute(
                "problems",
                flaws.stream()
                        .map(flaw -> new FieldProblem(
                                flaw.replaceFirst("\\..*", ""),
                                messages.getMessage("identity.delegation.flaw." + flaw, null, locale)))
                        .toList());
        return "identity/delegations";
    }
}
