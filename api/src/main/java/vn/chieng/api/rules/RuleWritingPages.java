package vn.chieng.api.rules;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.console.Crumb;

/** Writing a rule of one's own, from nothing or from a copy. */
@Controller
final class RuleWritingPages {
    private static final Pattern ID_LINE = Pattern.compile("(?m)^id:.*$");
    private static final Pattern TITLE_LINE = Pattern.compile("(?m)^title:.*$");
    private static final String BLANK = """
            title:
            id: {id}
            status: experimental
            description:
            logsource:
              category:
            detection:
              selection:
                field|contains: value
              condition: selection
            level: medium
            """;

    private final RuleStore store;
    private final RuleEditor editor;
    private final RuleTexts texts;
    private final MessageSource messages;

    RuleWritingPages(RuleStore store, RuleEditor editor, RuleTexts texts, MessageSource messages) {
        this.store = store;
        this.editor = editor;
        this.texts = texts;
        this.messages = messages;
    }

    @GetMapping("/rules/new")
    @Allowed(value = Permission.RULES_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    String blank(@RequestParam(required = false) @Nullable String from, Model model, Locale locale) {
        String id = UUID.randomUUID().toString();
        String text = from == null
                ? BLANK.replace("{id}", id)
                : copied(store.text(known(from).textHash()), id);
        return form(null, text, model, locale);
    }

    /** The same rule under another id. */
    static String copied(String text, String id) {
        Matcher old = ID_LINE.matcher(text);
        String line = "id: " + id;
        if (old.find()) {
            return old.replaceFirst(Matcher.quoteReplacement(line));
        }
        return TITLE_LINE.matcher(text).replaceFirst(found -> Matcher.quoteReplacement(found.group() + "\n" + line));
    }

    @PostMapping("/rules/new")
    @Allowed(value = Permission.RULES_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    String add(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "save") String act,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash,
            Locale locale) {
        String typed = lines(text);
        if (act.equals("check")) {
            return checked(null, typed, model, locale);
        }
        return answer(editor.add(typed, caller), null, typed, model, response, flash, locale);
    }

    @GetMapping("/rules/{id}/edit")
    @Allowed(value = Permission.RULES_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    String edit(@PathVariable String id, Model model, Locale locale) {
        Rule rule = own(id);
        return form(rule, store.text(rule.textHash()), model, locale);
    }

    @PostMapping("/rules/{id}/edit")
    @Allowed(value = Permission.RULES_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    String change(
            @PathVariable String id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(defaultValue = "save") String act,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash,
            Locale locale) {
        Rule rule = own(id);
        String typed = lines(text);
        model.addAttribute("reason", reason);
        if (act.equals("check")) {
            return checked(rule, typed, model, locale);
        }
        String because = FilterForm.reason(reason);
        RuleOutcome outcome = editor.rewrite(id, version, typed, because.isEmpty() ? null : because, caller);
        return answer(outcome, rule, typed, model, response, flash, locale);
    }

    private String checked(@Nullable Rule rule, String text, Model model, Locale locale) {
        switch (texts.read("rule", text)) {
            case ReadRule.Sound sound -> model.addAttribute("sound", sound);
            case ReadRule.Refused(var issues) -> model.addAttribute("issues", issues);
        }
        return form(rule, text, model, locale);
    }

    private String answer(
            RuleOutcome outcome,
            @Nullable Rule rule,
            String text,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash,
            Locale locale) {
        switch (outcome) {
            case RuleOutcome.Done(Rule done) -> {
                flash.addFlashAttribute("saved", true);
                return "redirect:/rules/" + done.id();
            }
            case RuleOutcome.Stale(Rule now) -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                model.addAttribute("conflict", store.text(now.textHash()));
                return form(now, text, model, locale);
            }
            case RuleOutcome.Refused(RuleOutcome.Reason reason, var issues) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                model.addAttribute("refused", reason.code());
                model.addAttribute("issues", issues);
                return form(rule, text, model, locale);
            }
            case RuleOutcome.Unknown _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private String form(@Nullable Rule rule, String text, Model model, Locale locale) {
        String key = rule == null ? "rules.new" : "rules.edit";
        String words = messages.getMessage(key, null, locale);
        Crumb list = new Crumb("/rules", messages.getMessage("rules.title", null, locale));
        model.addAttribute("rule", rule);
        model.addAttribute("text", text);
        model.addAttribute("heading", words);
        model.addAttribute("numbered", ShownYaml.lines(text));
        model.addAttribute(
                "crumbs",
                rule == null
                        ? List.of(list, new Crumb("", words))
                        : List.of(list, new Crumb("/rules/" + rule.id(), rule.title(locale)), new Crumb("", words)));
        return "rules/edit";
    }

    /** Browsers send line ends of their own. */
    private static String lines(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private Rule own(String id) {
        Rule rule = known(id);
        if (rule.kind() != RuleKind.OWN) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return rule;
    }

    private Rule known(String id) {
        return store.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
