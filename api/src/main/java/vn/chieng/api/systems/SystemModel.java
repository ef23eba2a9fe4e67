package vn.chieng.api.systems;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.console.Crumb;
import vn.chieng.api.console.Shown;
import vn.chieng.api.systems.duties.DutyStore;

/** What every page about one system has; a system outside the scope looks like none. */
@Component
public final class SystemModel {
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);

    private final SystemRegister register;
    private final DutyStore duties;
    private final Approvals approvals;
    private final Clock clock;
    private final SystemWords words;
    private final Shown shown;

    SystemModel(
            SystemRegister register,
            DutyStore duties,
            Approvals approvals,
            SystemWords words,
            Shown shown,
            Clock clock) {
        this.register = register;
        this.duties = duties;
        this.approvals = approvals;
        this.words = words;
        this.shown = shown;
        this.clock = clock;
    }

    public RegisteredSystem known(UUID id, SignedIn caller) {
        return register.find(id, caller.scope()).orElseThrow(SystemModel::none);
    }

    public static ResponseStatusException none() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /** The system itself, the way to the page, what the caller may do, and nothing wrong yet. */
    public void head(RegisteredSystem system, SignedIn caller, Model model, @Nullable String step) {
        model.addAttribute("system", system);
        model.addAttribute("card", system.card());
        model.addAttribute("named", shown.text(system.name()));
        model.addAttribute("exception", duties.exception(system.id()).orElse(null));
        model.addAttribute("approval", approvals.of(system.id()));
        model.addAttribute("approvalsKnown", approvals.known());
        model.addAttribute("today", LocalDate.ofInstant(clock.instant(), VIETNAM));
        model.addAttribute("mayEdit", caller.may(Permission.SYSTEMS_EDIT));
        List<Crumb> crumbs = new ArrayList<>(List.of(
                new Crumb("/systems", words.of("systems.title")), new Crumb("/systems/" + system.id(), system.name())));
        if (step != null) {
            crumbs.add(new Crumb("", words.of(step)));
        }
        model.addAttribute("crumbs", crumbs);
        model.asMap().putIfAbsent("errors", List.of());
        model.asMap().putIfAbsent("wrong", Map.of());
        model.asMap().putIfAbsent("conflict", false);
    }

    /** Puts what is wrong above and under the fields. */
    public void refused(List<SystemProblem> problems, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        problems(problems, model);
    }

    public void problems(List<SystemProblem> problems, Model model) {
        Locale locale = LocaleContextHolder.getLocale();
        model.addAttribute("errors", words.summary(problems, locale));
        model.addAttribute("wrong", words.byField(problems, locale));
    }

    /** The page shows how it stands now beside what was typed. */
    public static void stale(Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("conflict", true);
    }

    /** Back to the page of a system after a change was kept. */
    public static String saved(UUID id, RedirectAttributes flash) {
        flash.addFlashAttribute("saved", true);
        return "redirect:/systems/" + id;
    }
}
