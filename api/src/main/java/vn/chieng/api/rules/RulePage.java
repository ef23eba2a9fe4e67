package vn.chieng.api.rules;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.console.Crumb;
import vn.chieng.api.console.Shown;

/** Fills the page of a rule, as it is shown and as it is shown again with what is wrong. */
@Component
final class RulePage {
    private final RuleStore store;
    private final RuleTexts texts;
    private final MessageSource messages;
    private final Shown shown;

    RulePage(RuleStore store, RuleTexts texts, MessageSource messages, Shown shown) {
        this.store = store;
        this.texts = texts;
        this.messages = messages;
        this.shown = shown;
    }

    String fill(Rule rule, SignedIn caller, Model model, Locale locale) {
        String text = store.text(rule.textHash());
        List<RuleFilter> filters = store.filters(rule.id());
        model.addAttribute("rule", rule);
        model.addAttribute("heading", shown.text(rule.title(locale)));
        model.addAttribute("lines", ShownYaml.lines(text));
        if (texts.read("rule", text) instanceof ReadRule.Sound sound) {
            model.addAttribute("view", RuleView.of(sound.rule(), locale));
        }
        model.addAttribute(
                "attack",
                rule.tags().stream().filter(AttackTag::is).map(AttackTag::of).toList());
        model.addAttribute(
                "otherTags",
                rule.tags().stream().filter(tag -> !AttackTag.is(tag)).toList());
        model.addAttribute("totals", store.totals(rule.id()));
        model.addAttribute("seen", store.seen(rule.id()));
        model.addAttribute("versions", store.versions(rule.id()));
        model.addAttribute("filters", filters);
        model.addAttribute("filterTexts", FilterYaml.documents(rule, filters));
        model.addAttribute("levels", RuleListParameters.LEVELS);
        model.addAttribute("modifiers", FilterCondition.MODIFIERS);
        model.addAttribute("mayEdit", RuleView.mayEdit(caller));
        if (!model.containsAttribute("filterForm")) {
            model.addAttribute("filterForm", FilterForm.empty());
        }
        if (!model.containsAttribute("wrong")) {
            model.addAttribute("wrong", Map.of());
        }
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("/rules", messages.getMessage("rules.title", null, locale)),
                        new Crumb("", rule.title(locale))));
        return "rules/detail";
    }
}
