package vn.chieng.api.console;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;

/** Renders a fragment of a template outside any request, for the live stream; "shell" is not there then. */
@Component
public final class FragmentRenderer {

    private final SpringTemplateEngine engine;
    private final ApplicationContext application;

    public FragmentRenderer(SpringTemplateEngine engine, ApplicationContext application) {
        this.engine = engine;
        this.application = application;
    }

    /** The fragment's markup in one language, for example {@code render("incidents/row", "row", locale, …)}. */
    public String render(String template, String fragment, Locale locale, Map<String, Object> variables) {
        return engine.process(template, Set.of(fragment), context(locale, variables));
    }

    /** A whole page; only for warming up, since links and forms lack what a request knows. */
    String page(String template, Locale locale, Map<String, Object> variables) {
        return engine.process(template, context(locale, variables));
    }

    private Context context(Locale locale, Map<String, Object> variables) {
        Context context = new Context(locale, variables);
        context.setVariable(
                ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME,
                new ThymeleafEvaluationContext(application, null));
        return context;
    }
}
