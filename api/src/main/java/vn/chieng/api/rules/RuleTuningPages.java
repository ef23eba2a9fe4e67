package vn.chieng.api.rules;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
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
import vn.chieng.event.Level;

/** The forms on the page of a rule: on and off, level, exceptions. */
@Controller
final class RuleTuningPages {
    private final RuleStore store;
    private final RuleEditor editor;
    private final RulePage page;
    private final MessageSource messages;
    private final Clock clock;

    RuleTuningPages(RuleStore store, RuleEditor editor, RulePage page, MessageSource messages, Clock clock) {
        this.store = store;
        this.editor = editor;
        this.page = page;
        this.messages = messages;
        this.clock = clock;
    }

    /** What an answer needs of a request. */
    private record Asked(
            String id,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash,
            Locale locale) {}

    @PostMapping("/rules/{id}/enable")
    @Allowed(value = Permission.RULES_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    String enable(
            @PathVariable String id,
            @RequestParam int version,
            @RequestParam(defaultValue = "true") boolean on,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash,
            Locale locale) {
        return answer(editor.enable(id, version, on, caller), new Asked(id, caller, model, response, flash, locale));
    }

    @PostMapping("/rules/{id}/severity")
    @Allowed(value = Permission.RULES_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    String severity(
            @PathVariable String id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String level,
            @RequestParam(required = false) @Nullable String reason,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash,
            Locale locale) {
        Asked asked = new Asked(id, caller, model, response, flash, locale);
        String because = FilterForm.reason(reason);
        if (because.isEmpty()) {
            return wrong(Map.of("severity-reason", "rules.reason.missing"), asked);
        }
        if (!level.isEmpty() && !RuleListParameters.LEVELS.contains(level)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "level");
        }
        Level other = level.isEmpty() ? null : Level.valueOf(level.toUpperCase(Locale.ROOT));
        return answer(editor.override(id, version, other, because, caller), asked);
    }

    @PostMapping("/rules/{id}/filters")
    @Allowed(value = Permission.RULES_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    String except(
            @PathVariable String id,
            @ModelAttribute("filterForm") FilterForm form,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash,
            Locale locale) {
        Asked asked = new Asked(id, caller, model, response, flash, locale);
        Map<String, String> problems = form.problems(VietnamDay.of(clock));
        if (!problems.isEmpty()) {
            return wrong(problems, asked);
        }
        if (form.version() == null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "version");
        }
        RuleFilter filter = form.filter(id, caller.displayName(), clock.instant());
        return answer(editor.except(filter, form.version(), caller), asked);
    }

    @PostMapping("/rules/{id}/filters/{filter}/end")
    @Allowed(value = Permission.RULES_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    String unexcept(
            @PathVariable String id,
            @PathVariable long filter,
            @RequestParam int version,
            @RequestParam(required = false) @Nullable String reason,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash,
            Locale locale) {
        Asked asked = new Asked(id, caller, model, response, flash, locale);
        String because = FilterForm.reason(reason);
        return because.isEmpty()
                ? wrong(Map.of("end-reason-" + filter, "rules.reason.missing"), asked)
                : answer(editor.unexcept(id, version, filter, because, caller), asked);
    }

    private String answer(RuleOutcome outcome, Asked asked) {
        return switch (outcome) {
            case RuleOutcome.Done _ -> {
                asked.flash().addFlashAttribute("saved", true);
                yield "redirect:/rules/" + asked.id();
            }
            case RuleOutcome.Stale(Rule now) -> {
                // nothing is overwritten: the page shows how the rule stands now
                asked.response().setStatus(HttpStatus.CONFLICT.value());
                asked.model().addAttribute("conflict", true);
                yield page.fill(now, asked.caller(), asked.model(), asked.locale());
            }
            case RuleOutcome.Refused(RuleOutcome.Reason reason, var issues) -> {
                asked.response().setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                asked.model().addAttribute("refused", reason.code());
                asked.model().addAttribute("issues", issues);
                yield page.fill(known(asked.id()), asked.caller(), asked.model(), asked.locale());
            }
            case RuleOutcome.Unknown _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private String wrong(Map<String, String> problems, Asked asked) {
        Map<String, String> words = new LinkedHashMap<>();
        problems.forEach((field, key) -> words.put(field, messages.getMessage(key, null, asked.locale())));
        List<FieldProblem> errors = words.entrySet().stream()
                .map(word -> new FieldProblem(word.getKey(), word.getValue()))
                .toList();
        asked.response().setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        asked.model().addAttribute("wrong", words);
        asked.model().addAttribute("errors", errors);
        return page.fill(known(asked.id()), asked.caller(), asked.model(), asked.locale());
    }

    private Rule known(String id) {
        return store.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
