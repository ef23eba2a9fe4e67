package vn.chieng.api.systems.levels;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.organizations.Typed;
import vn.chieng.api.systems.Determination;
import vn.chieng.api.systems.PackWords.Cited;
import vn.chieng.api.systems.RegisteredSystem;
import vn.chieng.api.systems.SystemModel;
import vn.chieng.api.systems.SystemOutcome;
import vn.chieng.api.systems.SystemProblem;
import vn.chieng.api.systems.SystemProblem.Reason;
import vn.chieng.api.systems.SystemTransactions.Edit;
import vn.chieng.api.systems.duties.DutyStore;
import vn.chieng.api.systems.duties.TaskCause;

/** The page that proposes a level with its grounds, and the forms that determine it or make it due again. */
@Controller
final class LevelPages {
    private static final int MOST_TEXT = 1000;

    private final LevelDecisions decisions;
    private final SystemModel details;
    private final LevelAssessor assessor;
    private final LevelViews views;
    private final DutyStore duties;

    LevelPages(
            LevelDecisions decisions, SystemModel details, LevelAssessor assessor, LevelViews views, DutyStore duties) {
        this.decisions = decisions;
        this.details = details;
        this.assessor = assessor;
        this.views = views;
        this.duties = duties;
    }

    /** A determination with the grounds in words, as far as its pack is still known. */
    public record Past(Determination determination, List<Cited> grounds) {}

    @GetMapping("/systems/{id}/level")
    @Allowed(value = Permission.SYSTEMS_READ, scope = Allowed.ScopeRule.QUERY)
    String level(@PathVariable UUID id, SignedIn caller, Model model) {
        return level(details.known(id, caller), caller, model);
    }

    private String level(RegisteredSystem system, SignedIn caller, Model model) {
        Locale locale = LocaleContextHolder.getLocale();
        details.head(system, caller, model, "systems.level");
        assessor.assess(system.answers(), system.card().projectStart())
                .ifPresent(assessment -> model.addAttribute("proposal", views.of(assessment, locale)));
        model.addAttribute(
                "history",
                decisions.history(system).stream()
                        .map(determination -> new Past(
                                determination,
                                assessor.pack(determination.pack())
                                        .map(pack -> views.grounds(determination, pack, locale))
                                        .orElse(List.of())))
                        .toList());
        model.addAttribute("tasks", duties.tasks(system.id()));
        model.addAttribute(
                "causes",
                Arrays.stream(TaskCause.values()).filter(TaskCause::stated).toList());
        return "systems/level";
    }

    @PostMapping("/systems/{id}/level")
    @Allowed(value = Permission.SYSTEMS_EDIT, scope = Allowed.ScopeRule.QUERY)
    String determine(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String approver,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        details.known(id, caller);
        String chosen = Typed.text(level);
        SystemOutcome outcome = chosen.matches("[1-9]")
                ? decisions.determine(
                        edit(id, version, caller),
                        new LevelDecisions.Choice(Integer.parseInt(chosen), text(reason), text(approver)))
                : SystemOutcome.Refused.of(SystemProblem.of("level", Reason.CHOICE_UNKNOWN));
        model.addAttribute("typedLevel", chosen);
        model.addAttribute("typedReason", reason);
        model.addAttribute("typedApprover", approver);
        return answer(outcome, id, caller, model, response, flash);
    }

    @PostMapping("/systems/{id}/tasks")
    @Allowed(value = Permission.SYSTEMS_EDIT, scope = Allowed.ScopeRule.QUERY)
    String demand(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(required = false) @Nullable String cause,
            @RequestParam(required = false) @Nullable String detail,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        details.known(id, caller);
        SystemOutcome outcome = Arrays.stream(TaskCause.values())
                .filter(candidate -> candidate.code().equals(cause))
                .findFirst()
                .map(known -> decisions.demand(
                        edit(id, version, caller), known, java.util.Objects.requireNonNullElse(text(detail), "")))
                .orElseGet(() -> SystemOutcome.Refused.of(SystemProblem.of("cause", Reason.CHOICE_UNKNOWN)));
        return answer(outcome, id, caller, model, response, flash);
    }

    @PostMapping("/systems/{id}/tasks/{task}/close")
    @Allowed(value = Permission.SYSTEMS_EDIT, scope = Allowed.ScopeRule.QUERY)
    String dismiss(
            @PathVariable UUID id,
            @PathVariable long task,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(required = false) @Nullable String why,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        details.known(id, caller);
        return answer(
                decisions.dismiss(edit(id, version, caller), task, java.util.Objects.requireNonNullElse(text(why), "")),
                id,
                caller,
                model,
                response,
                flash);
    }

    private static Edit edit(UUID id, @Nullable Integer version, SignedIn caller) {
        return new Edit(id, version == null ? -1 : version, caller);
    }

    private static @Nullable String text(@Nullable String typed) {
        String text = Typed.orNull(typed);
        return text == null ? null : text.substring(0, Math.min(text.length(), MOST_TEXT));
    }

    private String answer(
            SystemOutcome outcome,
            UUID id,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return switch (outcome) {
            case SystemOutcome.Done _ -> {
                flash.addFlashAttribute("saved", true);
                yield "redirect:/systems/" + id + "/level";
            }
            case SystemOutcome.Refused(List<SystemProblem> problems) -> {
                details.refused(problems, model, response);
                yield level(details.known(id, caller), caller, model);
            }
            case SystemOutcome.Stale(RegisteredSystem current) -> {
                SystemModel.stale(model, response);
                yield level(current, caller, model);
            }
            case SystemOutcome.Unknown _ -> throw SystemModel.none();
        };
    }
}
