package vn.chieng.api.systems.lists;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.console.Pagination;
import vn.chieng.api.console.QueryBox;
import vn.chieng.api.query.ParsedQuery;
import vn.chieng.api.query.Query;
import vn.chieng.api.systems.ApprovalState;
import vn.chieng.api.systems.Hosting;
import vn.chieng.api.systems.PackWords;
import vn.chieng.api.systems.RegisteredSystem;
import vn.chieng.api.systems.SystemListFields;
import vn.chieng.api.systems.SystemModel;
import vn.chieng.api.systems.SystemRegister;
import vn.chieng.api.systems.SystemStatus;
import vn.chieng.api.systems.belongings.BelongingStore;
import vn.chieng.api.systems.belongings.SystemLink;
import vn.chieng.api.systems.cards.CardRules;
import vn.chieng.api.systems.cards.QuestionView;
import vn.chieng.api.systems.duties.DutyStore;
import vn.chieng.api.systems.levels.LevelAssessor;
import vn.chieng.api.systems.levels.LevelViews;
import vn.chieng.api.systems.lists.SystemLists.Row;

/** The list of systems and the page of each. */
@Controller
final class SystemPages {
    private static final int PAGE = 50;

    private final SystemLists lists;
    private final SystemModel details;
    private final SystemRegister register;
    private final BelongingStore belongings;
    private final DutyStore duties;
    private final LevelAssessor assessor;
    private final LevelViews levels;
    private final PackWords words;
    private final CardRules cards;

    SystemPages(
            SystemLists lists,
            SystemModel details,
            SystemRegister register,
            BelongingStore belongings,
            DutyStore duties,
            LevelAssessor assessor,
            LevelViews levels,
            PackWords words,
            CardRules cards) {
        this.lists = lists;
        this.details = details;
        this.register = register;
        this.belongings = belongings;
        this.duties = duties;
        this.assessor = assessor;
        this.levels = levels;
        this.words = words;
        this.cards = cards;
    }

    @GetMapping("/systems")
    @Allowed(value = Permission.SYSTEMS_READ, scope = Allowed.ScopeRule.QUERY)
    String list(
            @ModelAttribute SystemListParameters parameters,
            @RequestParam(defaultValue = "1") int page,
            SignedIn caller,
            Model model) {
        ParsedQuery parsed = lists.parsed(parameters);
        List<Row> all = parsed instanceof ParsedQuery.Understood(Query asked, var _)
                ? lists.rows(parameters, asked, caller.scope())
                : List.of();
        int number = Math.clamp(page, 1, Math.max(1, Math.ceilDiv(all.size(), PAGE)));
        List<Row> rows = all.stream().skip((number - 1L) * PAGE).limit(PAGE).toList();
        model.addAttribute("rows", rows);
        model.addAttribute("found", all.size());
        model.addAttribute(
                "pagination",
                new Pagination(parameters.address("/systems", ""), rows.size(), all.size(), PAGE, number));
        model.addAttribute("values", parameters.values());
        model.addAttribute("conditions", parameters.conditions(parsed));
        model.addAttribute(
                "box", QueryBox.of(parameters.q(), parsed, SystemListFields.ALL, "/api/v1/systems/completions"));
        model.addAttribute("statuses", SystemStatus.values());
        model.addAttribute("hostings", Hosting.Kind.values());
        model.addAttribute("phases", ApprovalState.Phase.values());
        model.addAttribute("sorts", SystemListParameters.SORTS);
        model.addAttribute("levels", List.of("1", "2", "3", "4", "5", "none"));
        model.addAttribute("choices", cards.operators(caller.scope(), assessor.today()));
        model.addAttribute(
                "files",
                Map.of(
                        "csv", parameters.address("/systems/export.csv", ""),
                        "xlsx", parameters.address("/systems/export.xlsx", ""),
                        "json", parameters.address("/systems/export.json", "")));
        model.addAttribute("mayEdit", caller.may(Permission.SYSTEMS_EDIT));
        return "systems/list";
    }

    @GetMapping("/systems/{id}")
    @Allowed(value = Permission.SYSTEMS_READ, scope = Allowed.ScopeRule.QUERY)
    String detail(@PathVariable UUID id, SignedIn caller, Model model) {
        RegisteredSystem system = details.known(id, caller);
        Locale locale = LocaleContextHolder.getLocale();
        details.head(system, caller, model, null);
        model.addAttribute("addresses", belongings.addresses(id));
        List<SystemLink> links = belongings.links(id);
        model.addAttribute("links", links);
        model.addAttribute("linked", linked(links, caller));
        model.addAttribute("tasks", duties.tasks(id));
        model.addAttribute("mayCheck", caller.may(Permission.COVERAGE_READ));
        assessor.assess(system.answers(), system.card().projectStart()).ifPresent(assessment -> {
            model.addAttribute("proposal", levels.of(assessment, locale));
            model.addAttribute("questions", QuestionView.inputs(assessment.pack(), system.answers(), words, locale));
            model.addAttribute("scoping", QuestionView.scoping(assessment.pack(), system.answers(), words, locale));
        });
        return "systems/detail";
    }

    /** The other ends that the caller may see, by id; the rest stay unnamed. */
    private Map<UUID, RegisteredSystem> linked(List<SystemLink> links, SignedIn caller) {
        List<UUID> ids = links.stream()
                .flatMap(link -> java.util.stream.Stream.of(link.systemId(), link.otherId()))
                .filter(java.util.Objects::nonNull)
                .distinct()
                .toList();
        return register.findAll(ids, caller.scope()).stream()
                .collect(Collectors.toMap(RegisteredSystem::id, system -> system));
    }
}
