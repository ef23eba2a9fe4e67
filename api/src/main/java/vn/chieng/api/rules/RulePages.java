package vn.chieng.api.rules;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.console.Crumb;

/** The page of a rule, and what made one version of another. */
@Controller
final class RulePages {
    private static final int CONTEXT = 3;

    private final RuleStore store;
    private final RulePage page;
    private final MessageSource messages;

    RulePages(RuleStore store, RulePage page, MessageSource messages) {
        this.store = store;
        this.page = page;
        this.messages = messages;
    }

    @GetMapping("/rules/{id}")
    @Allowed(Permission.RULES_READ)
    String detail(@PathVariable String id, SignedIn caller, Model model, Locale locale) {
        return page.fill(known(id), caller, model, locale);
    }

    @GetMapping("/rules/{id}/diff")
    @Allowed(Permission.RULES_READ)
    String diff(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer from,
            @RequestParam(required = false) @Nullable Integer to,
            Model model,
            Locale locale) {
        Rule rule = known(id);
        int second = to == null ? rule.version() : to;
        int first = from == null ? Math.max(1, second - 1) : from;
        RuleVersion before = version(id, first);
        RuleVersion after = version(id, second);
        List<LineDiff.Line> lines = LineDiff.of(whole(before), whole(after));
        model.addAttribute("rule", rule);
        model.addAttribute("before", before);
        model.addAttribute("after", after);
        model.addAttribute("versions", store.versions(id));
        model.addAttribute("lines", LineDiff.around(lines, CONTEXT));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("/rules", messages.getMessage("rules.title", null, locale)),
                        new Crumb("/rules/" + id, rule.title(locale)),
                        new Crumb("", messages.getMessage("rules.diff", null, locale))));
        return "rules/diff";
    }

    /** Everything that runs in this version: the text, then the level set here, then the exceptions. */
    private String whole(RuleVersion version) {
        String override = version.override() == null
                ? ""
                : "---\nlevel: " + version.override().code() + "\n";
        String tuning = version.tuning().isEmpty() ? "" : "---\n" + version.tuning();
        return store.text(version.textHash()) + override + tuning;
    }

    private RuleVersion version(String id, int number) {
        return store.version(id, number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Rule known(String id) {
        return store.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
