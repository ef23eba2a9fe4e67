package vn.chieng.api.systems;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.chieng.api.console.FieldProblem;

/** Says in the reader's language what stands against a change. */
@Component("systemWords")
public final class SystemWords {
    private final MessageSource messages;

    SystemWords(MessageSource messages) {
        this.messages = messages;
    }

    /** One problem in words. */
    public String problem(SystemProblem problem, Locale locale) {
        return messages.getMessage(
                "systems.problem." + problem.reason().code(),
                problem.arguments().toArray(),
                locale);
    }

    public String of(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    /** For the summary above a form. */
    List<FieldProblem> summary(List<SystemProblem> problems, Locale locale) {
        return problems.stream()
                .map(problem -> new FieldProblem(problem.field(), problem(problem, locale)))
                .toList();
    }

    /** For the places under the fields, by field; the first of each. */
    Map<String, String> byField(List<SystemProblem> problems, Locale locale) {
        Map<String, String> words = new LinkedHashMap<>();
        problems.forEach(problem -> words.putIfAbsent(problem.field(), problem(problem, locale)));
        return words;
    }
}
