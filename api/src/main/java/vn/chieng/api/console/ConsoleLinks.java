package vn.chieng.api.console;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;

/**
 * Builds links also where there is no request, as in the rows that the live stream sends. Only links to static files are looked up for the version in
 * their name: to ask the class path about each link of a page took a fifth of the time of rendering it.
 */
final class ConsoleLinks extends StandardLinkBuilder {
    static final List<String> STATIC = List.of("/css/", "/img/", "/js/", "/vendor/");

    @Override
    protected String computeContextPath(
            IExpressionContext context, String base, @Nullable Map<String, Object> parameters) {
        return context instanceof IWebContext ? super.computeContextPath(context, base, parameters) : "";
    }

    @Override
    protected String processLink(IExpressionContext context, String link) {
        return context instanceof IWebContext && STATIC.stream().anyMatch(link::startsWith)
                ? super.processLink(context, link)
                : link;
    }
}
