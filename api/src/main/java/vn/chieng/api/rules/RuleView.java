package vn.chieng.api.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;
import vn.chieng.sigma.rule.SigmaRule;

/** What a page tells of a rule's text, in the reader's language where the text has it. */
public record RuleView(
        String description,
        List<String> falsePositives,
        List<String> references,
        List<String> checks,
        String containment) {

    public RuleView {
        falsePositives = List.copyOf(falsePositives);
        references = List.copyOf(references);
        checks = List.copyOf(checks);
    }

    static RuleView of(SigmaRule rule, Locale locale) {
        boolean vietnamese = locale.getLanguage().equals("vi");
        Map<?, ?> own = rule.custom().get("guidance") instanceof Map<?, ?> guidance
                        && guidance.get(vietnamese ? "vi" : "en") instanceof Map<?, ?> words
                ? words
                : Map.of();
        return new RuleView(
                vietnamese ? rule.descriptionVi() : rule.description(),
                rule.falsePositives(),
                texts(rule.custom().get("references")),
                texts(own.get("checks")),
                own.get("containment") instanceof String text ? text : "");
    }

    private static List<String> texts(@Nullable Object value) {
        List<String> texts = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(each -> texts.add(String.valueOf(each)));
        } else if (value != null) {
            texts.add(value.toString());
        }
        return texts;
    }

    /** Rules hold for the whole province, so only who acts for it changes them. */
    public static boolean mayEdit(SignedIn caller) {
        return caller.scope() instanceof Scope.Everything && caller.may(Permission.RULES_EDIT);
    }
}
