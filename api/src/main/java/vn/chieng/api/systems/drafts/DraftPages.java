package vn.chieng.api.systems.drafts;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import vn.chieng.api.console.Crumb;
import vn.chieng.api.systems.PackWords;
import vn.chieng.api.systems.RegisteredSystem;
import vn.chieng.api.systems.SystemAnswers;
import vn.chieng.api.systems.SystemCard;
import vn.chieng.api.systems.SystemIds;
import vn.chieng.api.systems.SystemModel;
import vn.chieng.api.systems.SystemOutcome;
import vn.chieng.api.systems.SystemProblem;
import vn.chieng.api.systems.SystemProblem.Reason;
import vn.chieng.api.systems.SystemWords;
import vn.chieng.api.systems.cards.AnswersForm;
import vn.chieng.api.systems.cards.CardChoices;
import vn.chieng.api.systems.cards.CardForm;
import vn.chieng.api.systems.cards.QuestionView;
import vn.chieng.api.systems.cards.SystemEditor;
import vn.chieng.api.systems.levels.LevelAssessor;
import vn.chieng.api.systems.levels.LevelViews;
import vn.chieng.law.pack.LawPack;

/** The guided form: one page a step, kept as a draft of whoever fills it until it is registered. */
@Controller("systemDraftPages")
final class DraftPages {
    private final DraftStore drafts;
    private final SystemEditor editor;
    private final SystemModel details;
    private final CardChoices choices;
    private final LevelAssessor assessor;
    private final LevelViews levels;
    private final PackWords words;
    private final SystemWords texts;
    private final SystemIds ids;
    private final Clock clock;

    DraftPages(
            DraftStore drafts,
            SystemEditor editor,
            SystemModel details,
            CardChoices choices,
            LevelAssessor assessor,
            LevelViews levels,
            PackWords words,
            SystemWords texts,
            SystemIds ids,
            Clock clock) {
        this.drafts = drafts;
        this.editor = editor;
        this.details = details;
        this.choices = choices;
        this.assessor = assessor;
        this.levels = levels;
        this.words = words;
        this.texts = texts;
        this.ids = ids;
        this.clock = clock;
    }

    /** A common system and the level that is likely for it; never a decision. */
    public record Likely(PackWords.Cited system, String levels, String why) {}

    @GetMapping("/systems/new")
    @Allowed(value = Permission.SYSTEMS_EDIT, scope = Allowed.ScopeRule.QUERY)
    String start(@RequestParam(required = false) @Nullable String like, SignedIn caller, Model model) {
        Locale locale = LocaleContextHolder.getLocale();
        model.addAttribute("drafts", drafts.of(caller.accountId()));
        model.addAttribute("crumbs", crumbs("systems.new"));
        List<Likely> likely = likely(locale);
        model.addAttribute("likely", likely);
        model.addAttribute(
                "chosen",
                likely.stream()
                        .filter(each -> each.system().id().equals(like))
                        .findFirst()
                        .orElse(null));
        return "systems/new";
    }

    private List<Likely> likely(Locale locale) {
        return assessor.pack((java.time.LocalDate) null).stream()
                .flatMap(pack -> pack.classification().suggestions().stream()
                        .map(each -> new Likely(
                                words.cited(each, each.system(), pack, locale),
                                each.levels().stream()
                                        .map(String::valueOf)
                                        .collect(java.util.stream.Collectors.joining(", ")),
                                words.text(each.why(), locale))))
                .toList();
    }

    @PostMapping("/systems/drafts")
    @Allowed(value = Permission.SYSTEMS_EDIT, scope = Allowed.ScopeRule.NONE)
    String begin(@RequestParam(required = false) @Nullable String name, SignedIn caller) {
        Instant now = clock.instant();
        CardForm blank = CardForm.blank(caller.organizationId(), caller.organizationId());
        SystemDraft draft =
                new SystemDraft(ids.next(), caller.accountId(), blank.named(name), SystemAnswers.NONE, now, now);
        drafts.add(draft);
        return "redirect:/systems/drafts/" + draft.id() + "/" + DraftStep.SCOPING.code();
    }

    @GetMapping("/systems/drafts/{draft}/{step}")
    @Allowed(value = Permission.SYSTEMS_EDIT, scope = Allowed.ScopeRule.NONE)
    String step(@PathVariable UUID draft, @PathVariable String step, SignedIn caller, Model model) {
        return page(known(draft, caller), known(step), caller, model);
    }

    private SystemDraft known(UUID id, SignedIn caller) {
        return drafts.find(id, caller.accountId()).orElseThrow(SystemModel::none);
    }

    private static DraftStep known(String step) {
        return DraftStep.of(step).orElseThrow(SystemModel::none);
    }

    private String page(SystemDraft draft, DraftStep step, SignedIn caller, Model model) {
        Locale locale = LocaleContextHolder.getLocale();
        LawPack pack = pack(draft);
        model.addAttribute("draft", draft);
        model.addAttribute("step", step);
        model.addAttribute("steps", DraftStep.values());
        model.addAttribute("crumbs", crumbs("systems.new"));
        model.addAttribute("form", draft.card());
        model.addAttribute("scoping", QuestionView.scoping(pack, draft.answers(), words, locale));
        model.asMap().putIfAbsent("questions", QuestionView.inputs(pack, draft.answers(), words, locale));
        model.addAttribute(
                "oneSystem", draft.answers().scoping().values().stream().allMatch(answer -> answer));
        model.asMap().putIfAbsent("errors", List.of());
        model.asMap().putIfAbsent("wrong", Map.of());
        choices.fill(caller, model);
        if (step == DraftStep.CHECK) {
            assessor.assess(draft.answers(), start(draft))
                    .ifPresent(assessment -> model.addAttribute("proposal", levels.of(assessment, locale)));
        }
        return "systems/draft";
    }

    private LawPack pack(SystemDraft draft) {
        return assessor.pack(start(draft)).orElseThrow(SystemModel::none);
    }

    private static java.time.@Nullable LocalDate start(SystemDraft draft) {
        return CardForm.day("project_start", draft.card().projectStart(), new ArrayList<>());
    }

    private List<Crumb> crumbs(String last) {
        return List.of(new Crumb("/systems", texts.of("systems.title")), new Crumb("", texts.of(last)));
    }

    @PostMapping("/systems/drafts/{draft}/{step}")
    @Allowed(value = Permission.SYSTEMS_EDIT, scope = Allowed.ScopeRule.NONE)
    String keep(
            @PathVariable UUID draft,
            @PathVariable String step,
            @RequestParam(required = false) @Nullable String go,
            @ModelAttribute("form") CardForm form,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn caller,
            Model model,
            HttpServletResponse response) {
        SystemDraft before = known(draft, caller);
        DraftStep at = known(step);
        List<SystemProblem> problems = new ArrayList<>();
        SystemDraft after = filled(before, at, form, typed, problems);
        drafts.change(after, clock.instant());
        boolean forward = !"back".equals(go) && !"later".equals(go);
        if (!problems.isEmpty() && forward) {
            details.refused(problems, model, response);
            return page(after, at, caller, model);
        }
        return switch (go == null ? "next" : go) {
            case "back" ->
                "redirect:/systems/drafts/" + draft + "/" + at.previous().code();
            case "later" -> "redirect:/systems/new";
            default -> "redirect:/systems/drafts/" + draft + "/" + at.next().code();
        };
    }

    private SystemDraft filled(
            SystemDraft before,
            DraftStep step,
            CardForm form,
            MultiValueMap<String, String> typed,
            List<SystemProblem> problems) {
        return switch (step) {
            case SCOPING -> {
                SystemAnswers answers = AnswersForm.scoping(typed, pack(before), before.answers());
                pack(before).classification().scoping().stream()
                        .filter(question -> !answers.scoping().containsKey(question.id()))
                        .forEach(question -> problems.add(
                                SystemProblem.of(AnswersForm.SCOPING + question.id(), Reason.SCOPING_OPEN)));
                yield before.with(answers);
            }
            case CARD -> {
                problems.addAll(form.read().problems());
                yield before.with(form);
            }
            case ANSWERS -> {
                AnswersForm answers = AnswersForm.inputs(typed, pack(before), before.answers());
                problems.addAll(answers.problems());
                yield before.with(answers.answers());
            }
            case CHECK -> before;
        };
    }

    @PostMapping("/systems/drafts/{draft}/discard")
    @Allowed(value = Permission.SYSTEMS_EDIT, scope = Allowed.ScopeRule.NONE)
    String discard(@PathVariable UUID draft, SignedIn caller) {
        drafts.remove(known(draft, caller).id(), caller.accountId());
        return "redirect:/systems/new";
    }

    @PostMapping("/systems")
    @Allowed(value = Permission.SYSTEMS_EDIT, scope = Allowed.ScopeRule.QUERY)
    String register(
            @RequestParam(required = false) @Nullable UUID draft,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (draft == null) {
            return "redirect:/systems/new";
        }
        SystemDraft filled = known(draft, caller);
        CardForm.Read read = filled.card().read();
        SystemCard card = read.card();
        SystemOutcome outcome =
                card == null ? new SystemOutcome.Refused(read.problems()) : editor.add(card, filled.answers(), caller);
        return switch (outcome) {
            case SystemOutcome.Done(RegisteredSystem now) -> {
                drafts.remove(draft, caller.accountId());
                yield SystemModel.saved(now.id(), flash);
            }
            case SystemOutcome.Refused(List<SystemProblem> problems) -> {
                details.refused(problems, model, response);
                boolean excluded = problems.stream().anyMatch(problem -> problem.reason() == Reason.EXCLUDED);
                yield page(filled, excluded ? DraftStep.CHECK : DraftStep.CARD, caller, model);
            }
            case SystemOutcome.Stale _, SystemOutcome.Unknown _ -> throw SystemModel.none();
        };
    }
}
