package vn.chieng.api.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Sets a document that a renderer of ours has made into its page; templates themselves never write unescaped text. */
@Component
public class PreviewViews {
    /** What the template has in the place of the document. */
    static final String SLOT = "<article class=\"document-slot\"></article>";

    private final ViewResolver resolver;

    PreviewViews(ViewResolver thymeleafViewResolver) {
        this.resolver = thymeleafViewResolver;
    }

    /** The template with the document in the place of its slot. */
    public View of(String template, String document) {
        return new View() {
            @Override
            public String getContentType() {
                return "text/html;charset=UTF-8";
            }

            @Override
            public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                    throws Exception {
                View page = Objects.requireNonNull(resolver.resolveViewName(template, LocaleContextHolder.getLocale()));
                var cached = new ContentCachingResponseWrapper(response);
                page.render(model, request, cached);
                String text = new String(cached.getContentAsByteArray(), StandardCharsets.UTF_8);
                cached.resetBuffer();
                cached.getOutputStream().write(text.replace(SLOT, document).getBytes(StandardCharsets.UTF_8));
                cached.copyBodyToResponse();
            }
        };
    }
}
