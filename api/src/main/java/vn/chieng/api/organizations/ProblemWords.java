package vn.chieng.api.organizations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.chieng.api.console.FieldProblem;

/** Says in the reader's language what stands against a change. */
@Component("registerProblems")
public final class ProblemWords {
    private final MessageSource messages;

    public ProblemWords(MessageSource messages) {
        this.messages = messages;
    }

    /** One problem in words. */
    public String words(RegisterProblem problem, Locale locale) {
        return words(problem.reason().code(), problem.arguments(), locale);
    }

    /** The words of a reason's code. */
    public String words(String reason, List<String> arguments, Locale locale) {
        return messages.getMessage("organizations.problem." + reason, arguments.toArray(), locale);
    }

    /** For the summary above a form. */
    List<FieldProblem> summary(List<RegisterProblem> problems, Locale locale) {
        return problems.stream()
                .map(problem -> new FieldProblem(problem.column(), words(problem, locale)))
                .toList();
    }

    /** For the places under the fields, by field; the first of each. */
    Map<String, String> byField(List<RegisterProblem> problems, Locale locale) {
        Map<String, String> words = new LinkedHashMap<>();
        problems.forEach(problem -> words.putIfAbsent(problem.column(), words(problem, locale)));
        return words;
    }
}
