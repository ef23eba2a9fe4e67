package vn.chieng.api.dossiers.units;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.console.Crumb;
import vn.chieng.api.console.FieldProblem;
import vn.chieng.api.organizations.Organization;
import vn.chieng.api.organizations.OrganizationDirectory;
import vn.chieng.api.organizations.Typed;

/** Who appraises for which body within the reader's scope, and the form that changes it. */
@Controller("specialisedUnitPages")
@RequestMapping("/dossiers/units")
final class UnitPages {
    private static final int MOST_PAPER = 300;
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);

    private final UnitStore store;
    private final UnitChanges changes;
    private final SpecialisedUnits units;
    private final OrganizationDirectory directory;
    private final MessageSource messages;
    private final Clock clock;

    UnitPages(
            UnitStore store,
            UnitChanges changes,
            SpecialisedUnits units,
            OrganizationDirectory directory,
            MessageSource messages,
            Clock clock) {
        this.store = store;
        this.changes = changes;
        this.units = units;
        this.directory = directory;
        this.messages = messages;
        this.clock = clock;
    }

    /** An assignment as typed. */
    record UnitForm(
            @Nullable String organization,
            @Nullable String unit,
            @Nullable String paper) {}

    @GetMapping
    @Allowed(value = Permission.ORGANIZATIONS_READ, scope = Allowed.ScopeRule.QUERY)
    String list(SignedIn caller, Model model) {
        return page(new UnitForm(null, null, null), caller, model);
    }

    private String page(UnitForm form, SignedIn caller, Model model) {
        List<Organization> bodies = bodies(caller);
        model.addAttribute("form", form);
        model.addAttribute("bodies", bodies);
        model.addAttribute("candidates", candidates(bodies));
        model.addAttribute(
                "assignments",
                store.all().stream()
                        .filter(each -> caller.scope().covers(each.organizationId()))
                        .toList());
        model.addAttribute("top", bodies.isEmpty() ? null : bodies.getFirst());
        model.addAttribute(
                "appointed",
                bodies.isEmpty() ? null : units.of(bodies.getFirst().id()));
        model.addAttribute("mayEdit", caller.may(Permission.ORGANIZATIONS_EDIT));
        model.addAttribute(
                "crumbs",
                List.of(new Crumb("/dossiers", word("dossiers.list.title")), new Crumb("", word("dossiers.units"))));
        model.asMap().putIfAbsent("errors", List.of());
        model.asMap().putIfAbsent("conflict", false);
        return "dossiers/units";
    }

    private List<Organization> bodies(SignedIn caller) {
        return directory.within(caller.scope()).stream()
                .filter(body -> body.existsOn(today()) && !body.outside())
                .toList();
    }

    /** Bodies of the scope, those above it, and the unit of the province. */
    private List<Organization> candidates(List<Organization> bodies) {
        Set<Organization> all = new LinkedHashSet<>();
        directory.find(units.ofProvince()).ifPresent(all::add);
        bodies.stream().findFirst().ifPresent(top -> all.addAll(above(top)));
        all.addAll(bodies);
        return List.copyOf(all);
    }

    private List<Organization> above(Organization body) {
        List<Organization> above = new ArrayList<>();
        String parentId = body.parentId();
        // the tree's own depth bounds the way up
        for (int left = directory.depth(body.id()); parentId != null && left > 0; left--) {
            Optional<Organization> parent = directory.find(parentId);
            parent.ifPresent(above::add);
            parentId = parent.map(Organization::parentId).orElse(null);
        }
        return above;
    }

    @PostMapping
    @Allowed(value = Permission.ORGANIZATIONS_EDIT, scope = Allowed.ScopeRule.QUERY)
    String assign(UnitForm form, SignedIn caller, Model model, HttpServletResponse response, RedirectAttributes flash) {
        List<Organization> bodies = bodies(caller);
        String paper = Typed.text(form.paper());
        List<FieldProblem> wrong = new ArrayList<>();
        if (bodies.stream().noneMatch(body -> body.id().equals(form.organization()))) {
            wrong.add(new FieldProblem("organization", word("dossiers.units.wrong.organization")));
        }
        if (candidates(bodies).stream().noneMatch(body -> body.id().equals(form.unit()))) {
            wrong.add(new FieldProblem("unit", word("dossiers.units.wrong.unit")));
        }
        if (paper.isEmpty() || paper.length() > MOST_PAPER) {
            wrong.add(new FieldProblem("paper", word("dossiers.units.wrong.paper")));
        }
        if (!wrong.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("errors", wrong);
            return page(form, caller, model);
        }
        String body = String.valueOf(form.organization());
        int before = store.find(body).map(UnitAssignment::version).orElse(0);
        UnitAssignment assignment = new UnitAssignment(
                body, String.valueOf(form.unit()), paper, caller.displayName(), clock.instant(), before + 1);
        return changes.assign(assignment, before, caller) ? saved(flash) : conflict(form, caller, model, response);
    }

    @PostMapping("/remove")
    @Allowed(value = Permission.ORGANIZATIONS_EDIT, scope = Allowed.ScopeRule.QUERY)
    String remove(
            @RequestParam(required = false) @Nullable String organization,
            @RequestParam(defaultValue = "0") int version,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        boolean removed = store.find(String.valueOf(organization))
                .filter(found -> caller.scope().covers(found.organizationId()))
                .filter(found -> changes.remove(found, version, caller))
                .isPresent();
        return removed ? saved(flash) : conflict(new UnitForm(null, null, null), caller, model, response);
    }

    private static String saved(RedirectAttributes flash) {
        flash.addFlashAttribute("saved", true);
        return "redirect:/dossiers/units";
    }

    private String conflict(UnitForm form, SignedIn caller, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("conflict", true);
        return page(form, caller, model);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), VIETNAM);
    }

    private String word(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
