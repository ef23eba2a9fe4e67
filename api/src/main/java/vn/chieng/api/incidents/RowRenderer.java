package vn.chieng.api.incidents;

import java.util.Locale;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;

/** Renders a queue row outside of any request, from the same fragment that the page uses. */
@Component
final class RowRenderer {
    private final SpringTemplateEngine templates;
    private final ApplicationContext beans;

    RowRenderer(SpringTemplateEngine templates, ApplicationContext beans) {
        this.templates = templates;
        this.beans = beans;
    }

    String row(Incident incident, Locale locale, boolean mayWork) {
        Context context = new Context(locale);
        context.setVariable("incident", incident);
        context.setVariable("mayWork", mayWork);
        context.setVariable(
                ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME,
                new ThymeleafEvaluationContext(beans, null));
        return templates.process("incidents/row", Set.of("row"), context);
    }
}
