package vn.chieng.api.rules;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.console.Pagination;
import vn.chieng.api.console.QueryBox;
import vn.chieng.api.query.ParsedQuery;
import vn.chieng.api.query.Query;

/** The list of rules, and switching many of them at once. */
@Controller
final class RuleListPages {
    private static final int PAGE = 50;
    private static final int MOST_AT_ONCE = 200;

    private final RuleStore store;
    private final RuleListing listing;
    private final RuleEditor editor;
    private final RulePublication publication;

    RuleListPages(RuleStore store, RuleListing listing, RuleEditor editor, RulePublication publication) {
        this.store = store;
        this.listing = listing;
        this.editor = editor;
        this.publication = publication;
    }

    @GetMapping("/rules")
    @Allowed(Permission.RULES_READ)
    String list(
            @ModelAttribute RuleListParameters parameters,
            @RequestParam(defaultValue = "1") int page,
            SignedIn caller,
            Model model) {
        ParsedQuery parsed = listing.parsed(parameters);
        RuleQuery query =
                parsed instanceof ParsedQuery.Understood(Query asked, var _) ? listing.query(parameters, asked) : null;
        int total = query == null ? 0 : store.count(query);
        int number = Math.clamp(page, 1, Math.max(1, Math.ceilDiv(total, PAGE)));
        List<ListedRule> rows = query == null ? List.of() : store.list(query, (number - 1) * PAGE, PAGE);
        model.addAttribute("rows", rows);
        model.addAttribute("total", total);
        model.addAttribute("counts", store.counts());
        model.addAttribute("pagination", new Pagination(parameters.address(""), rows.size(), total, PAGE, number));
        model.addAttribute("values", parameters.values());
        model.addAttribute("box", QueryBox.of(parameters.q(), parsed, RuleListFields.ALL, "/api/v1/rules/completions"));
        model.addAttribute("conditions", parameters.conditions(parsed));
        model.addAttribute("levels", RuleListParameters.LEVELS);
        model.addAttribute("statuses", RuleListParameters.STATUSES);
        model.addAttribute("answers", RuleListParameters.ANSWERS);
        model.addAttribute("kinds", RuleKind.values());
        model.addAttribute("sorts", RuleListParameters.SORTS);
        model.addAttribute("products", store.products());
        model.addAttribute("mayEdit", RuleView.mayEdit(caller));
        return "rules/list";
    }

    /** What became of one rule of several. */
    record ItemOutcome(String id, String name, String outcome) implements Serializable {}

    @PostMapping("/rules/bulk")
    @Allowed(value = Permission.RULES_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    String bulk(
            @RequestParam(name = "id", required = false) @Nullable List<String> ids,
            @RequestParam(defaultValue = "") String act,
            @ModelAttribute RuleListParameters parameters,
            SignedIn caller,
            RedirectAttributes flash) {
        Set<String> chosen = ids == null ? Set.of() : new LinkedHashSet<>(ids);
        if (chosen.size() > MOST_AT_ONCE || !List.of("enable", "disable").contains(act)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "act");
        }
        ArrayList<ItemOutcome> outcomes = new ArrayList<>();
        for (String id : chosen) {
            boolean on = act.equals("enable");
            boolean already =
                    store.find(id).filter(rule -> rule.enabled() == on).isPresent();
            outcomes.add(outcome(id, already, editor.enable(id, null, on, caller)));
        }
        flash.addFlashAttribute("outcomes", outcomes);
        return "redirect:" + parameters.address("");
    }

    private static ItemOutcome outcome(String id, boolean already, RuleOutcome outcome) {
        return switch (outcome) {
            case RuleOutcome.Done(Rule rule) ->
                new ItemOutcome(id, rule.titleVi(), already ? "already" : rule.enabled() ? "enabled" : "disabled");
            case RuleOutcome.Stale(Rule rule) -> new ItemOutcome(id, rule.titleVi(), "stale");
            case RuleOutcome.Refused _, RuleOutcome.Unknown _ -> new ItemOutcome(id, id, "unknown");
        };
    }

    /** Tells the engines everything anew, for a cluster of Kafka that has lost its data. */
    @PostMapping("/rules/publish")
    @Allowed(value = Permission.RULES_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    String publish(SignedIn caller, RedirectAttributes flash) {
        flash.addFlashAttribute("published", publication.publishAll(caller));
        return "redirect:/rules";
    }
}
