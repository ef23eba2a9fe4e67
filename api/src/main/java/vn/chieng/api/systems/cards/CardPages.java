package vn.chieng.api.systems.cards;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.systems.PackWords;
import vn.chieng.api.systems.RegisteredSystem;
import vn.chieng.api.systems.SystemAnswers;
import vn.chieng.api.systems.SystemCard;
import vn.chieng.api.systems.SystemModel;
import vn.chieng.api.systems.SystemOutcome;
import vn.chieng.api.systems.SystemProblem;
import vn.chieng.api.systems.SystemProblem.Reason;
import vn.chieng.api.systems.SystemTransactions.Edit;
import vn.chieng.api.systems.levels.LevelAssessor;
import vn.chieng.law.pack.LawPack;

/** The forms that change what a system is and what was answered about it. */
@Controller
final class CardPages {
    private final SystemEditor editor;
    private final SystemModel details;
    private final CardChoices choices;
    private final LevelAssessor assessor;
    private final PackWords words;

    CardPages(SystemEditor editor, SystemModel details, CardChoices choices, LevelAssessor assessor, PackWords words) {
        this.editor = editor;
        this.details = details;
        this.choices = choices;
        this.assessor = assessor;
        this.words = words;
    }

    @GetMapping("/systems/{id}/edit")
    @Allowed(value = Permission.SYSTEMS_EDIT, scope = Allowed.ScopeRule.QUERY)
    String card(@PathVariable UUID id, SignedIn caller, Model model) {
        RegisteredSystem system = details.known(id, caller);
        return card(system, CardForm.of(system.card(), system.version()), caller, model);
    }

    private String card(RegisteredSystem system, CardForm form, SignedIn caller, Model model) {
        details.head(system, caller, model, "systems.edit");
        model.addAttribute("form", form);
        model.addAttribute("current", CardForm.of(system.card(), system.version()));
        choices.fill(caller, model);
        return "systems/edit";
    }

    @PostMapping("/systems/{id}/edit")
    @Allowed(value = Permission.SYSTEMS_EDIT, scope = Allowed.ScopeRule.QUERY)
    String change(
            @PathVariable UUID id,
            @ModelAttribute("form") CardForm form,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        details.known(id, caller);
        CardForm.Read read = form.read();
        SystemCard card = read.card();
        SystemOutcome outcome = card == null
                ? new SystemOutcome.Refused(read.problems())
                : editor.change(new Edit(id, form.versionOrNone(), caller), card);
        return switch (outcome) {
            case SystemOutcome.Done _ -> SystemModel.saved(id, flash);
            case SystemOutcome.Refused(List<SystemProblem> problems) -> {
                details.refused(problems, model, response);
                yield card(details.known(id, caller), form, caller, model);
            }
            case SystemOutcome.Stale(RegisteredSystem current) -> {
                SystemModel.stale(model, response);
                yield card(current, form, caller, model);
            }
            case SystemOutcome.Unknown _ -> throw SystemModel.none();
        };
    }

    @GetMapping("/systems/{id}/answers")
    @Allowed(value = Permission.SYSTEMS_EDIT, scope = Allowed.ScopeRule.QUERY)
    String answers(@PathVariable UUID id, SignedIn caller, Model model) {
        RegisteredSystem system = details.known(id, caller);
        return answers(system, system.answers(), pack(system), caller, model);
    }

    private LawPack pack(RegisteredSystem system) {
        return assessor.pack(system.card().projectStart()).orElseThrow(SystemModel::none);
    }

    private String answers(RegisteredSystem system, SystemAnswers answers, LawPack pack, SignedIn caller, Model model) {
        details.head(system, caller, model, "systems.answers");
        model.addAttribute("questions", QuestionView.inputs(pack, answers, words, LocaleContextHolder.getLocale()));
        model.addAttribute("scoping", QuestionView.scoping(pack, answers, words, LocaleContextHolder.getLocale()));
        model.addAttribute("packNamed", words.text(pack.head().title(), LocaleContextHolder.getLocale()));
        model.addAttribute(
                "currentQuestions",
                QuestionView.inputs(pack, system.answers(), words, LocaleContextHolder.getLocale()));
        return "systems/answers";
    }

    @PostMapping("/systems/{id}/answers")
    @Allowed(value = Permission.SYSTEMS_EDIT, scope = Allowed.ScopeRule.QUERY)
    String answer(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        RegisteredSystem system = details.known(id, caller);
        LawPack pack = pack(system);
        SystemAnswers scoped = AnswersForm.scoping(typed, pack, system.answers());
        AnswersForm form = AnswersForm.inputs(typed, pack, scoped);
        SystemOutcome outcome = form.problems().isEmpty()
                ? editor.change(new Edit(id, version == null ? -1 : version, caller), form.answers())
                : new SystemOutcome.Refused(form.problems());
        return switch (outcome) {
            case SystemOutcome.Done _ -> {
                flash.addFlashAttribute("saved", true);
                yield "redirect:/systems/" + id + "/level";
            }
            case SystemOutcome.Refused(List<SystemProblem> problems) -> {
                details.refused(problems, model, response);
                model.addAttribute(
                        "excluded", problems.stream().anyMatch(problem -> problem.reason() == Reason.EXCLUDED));
                yield answers(system, form.answers(), pack, caller, model);
            }
            case SystemOutcome.Stale(RegisteredSystem current) -> {
                SystemModel.stale(model, response);
                yield answers(current, form.answers(), pack, caller, model);
            }
            case SystemOutcome.Unknown _ -> throw SystemModel.none();
        };
    }
}
