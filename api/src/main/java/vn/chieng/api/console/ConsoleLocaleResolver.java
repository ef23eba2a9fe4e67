package vn.chieng.api.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;

/** The language of a request: asked for in the address, else chosen before, else the browser's, else Vietnamese. */
final class ConsoleLocaleResolver implements LocaleResolver {

    static final Locale VIETNAMESE = Locale.of("vi");
    static final List<Locale> LANGUAGES = List.of(VIETNAMESE, Locale.ENGLISH);
    static final String PARAMETER = "lang";

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return asked(request)
                .or(() ->
                        Preferences.cookie(request, Preferences.LANGUAGE_COOKIE).flatMap(ConsoleLocaleResolver::known))
                .or(() -> accepted(request))
                .orElse(VIETNAMESE);
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        if (response != null && locale != null) {
            Preferences.writeLanguage(response, locale);
        }
    }

    static Optional<Locale> asked(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter(PARAMETER)).flatMap(ConsoleLocaleResolver::known);
    }

    static Optional<Locale> known(String language) {
        return LANGUAGES.stream()
                .filter(locale -> locale.getLanguage().equals(language))
                .findFirst();
    }

    private static Optional<Locale> accepted(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) {
            return Optional.empty();
        }
        return Collections.list(request.getLocales()).stream()
                .flatMap(locale -> known(locale.getLanguage()).stream())
                .findFirst();
    }
}
