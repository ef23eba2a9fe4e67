package vn.chieng.api.console;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;

/** Builds links also where there is no request, as in the rows that the live stream sends. */
final class ConsoleLinks extends StandardLinkBuilder {

    @Override
    protected String computeContextPath(
            IExpressionContext context, String base, @Nullable Map<String, Object> parameters) {
        return context instanceof IWebContext ? super.computeContextPath(context, base, parameters) : "";
    }

    @Override
    protected String processLink(IExpressionContext context, String link) {
        return context instanceof IWebContext ? super.processLink(context, link) : link;
    }
}
