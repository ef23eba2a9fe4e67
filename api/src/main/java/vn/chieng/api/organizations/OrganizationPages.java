package vn.chieng.api.organizations;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.console.Pagination;
import vn.chieng.api.console.QueryBox;
import vn.chieng.api.query.ParsedQuery;
import vn.chieng.api.query.Query;

/** The list of bodies and the page of each. */
@Controller
final class OrganizationPages {
    private static final int PAGE = 200;

    private final OrganizationRegister register;
    private final DetailModel details;
    private final TreeOrder order;
    private final Clock clock;

    OrganizationPages(OrganizationRegister register, DetailModel details, TreeOrder order, Clock clock) {
        this.register = register;
        this.details = details;
        this.order = order;
        this.clock = clock;
    }

    @GetMapping("/admin/organizations")
    @Allowed(value = Permission.ORGANIZATIONS_READ, scope = Allowed.ScopeRule.QUERY)
    String list(
            @ModelAttribute OrganizationListParameters parameters,
            @RequestParam(defaultValue = "1") int page,
            SignedIn caller,
            Model model) {
        ParsedQuery parsed = parameters.parsed(clock);
        OrganizationQuery query;
        try {
            query = parameters.query(
                    parsed instanceof ParsedQuery.Understood(Query asked, var _) ? asked : Query.EVERYTHING, clock);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()), e);
        }
        List<TreeOrder.Placed> all = parsed instanceof ParsedQuery.Wrong
                ? List.of()
                : order.placed(register.list(query, caller.scope()), caller.scope());
        int number = Math.clamp(page, 1, Math.max(1, Math.ceilDiv(all.size(), PAGE)));
        List<TreeOrder.Placed> rows =
                all.stream().skip((number - 1L) * PAGE).limit(PAGE).toList();
        Map<OrganizationKind, Long> counts = register.counts(query.today(), caller.scope());
        model.addAttribute("rows", rows);
        model.addAttribute("counts", counts);
        model.addAttribute(
                "total", counts.values().stream().mapToLong(Long::longValue).sum());
        model.addAttribute("found", all.size());
        model.addAttribute("pagination", new Pagination(parameters.address(""), rows.size(), all.size(), PAGE, number));
        model.addAttribute("values", parameters.values());
        model.addAttribute(
                "box",
                QueryBox.of(parameters.q(), parsed, OrganizationFields.ALL, "/api/v1/organizations/completions"));
        model.addAttribute("conditions", parameters.conditions(parsed));
        model.addAttribute("kinds", OrganizationKind.values());
        model.addAttribute("states", OrganizationListParameters.STATES);
        model.addAttribute("contactChoices", OrganizationListParameters.CONTACTS);
        model.addAttribute("today", query.today());
        model.addAttribute("mayShape", ProvinceWide.may(caller, Permission.ORGANIZATIONS_EDIT));
        model.addAttribute("mayImport", ProvinceWide.may(caller, Permission.ORGANIZATIONS_IMPORT));
        return "organizations/list";
    }

    @GetMapping("/admin/organizations/{id}")
    @Allowed(value = Permission.ORGANIZATIONS_READ, scope = Allowed.ScopeRule.QUERY)
    String detail(@PathVariable String id, SignedIn caller, Model model) {
        return details.page(details.known(id, caller), caller, model);
    }
}
