package vn.chieng.api.console;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.UriComponentsBuilder;
import vn.chieng.api.access.CallerSession;
import vn.chieng.api.access.OrganizationNames;
import vn.chieng.api.access.SignedIn;

/**
 * Puts the {@link Shell} on each request; as a request attribute and not by model advice, since pages of exception
 * handlers and the error page need it too.
 */
final class ShellInterceptor implements HandlerInterceptor {

    static final String ATTRIBUTE = "shell";

    private final LocaleResolver locales;
    private final MessageSource messages;
    private final List<MenuItem> menu;
    private final OrganizationNames organizations;
    private final ConsoleSettings settings;

    ShellInterceptor(
            LocaleResolver locales,
            MessageSource messages,
            List<MenuItem> menu,
            OrganizationNames organizations,
            ConsoleSettings settings) {
        this.locales = locales;
        this.messages = messages;
        this.menu =
                menu.stream().sorted(Comparator.comparingInt(MenuItem::order)).toList();
        this.organizations = organizations;
        this.settings = settings;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        ConsoleLocaleResolver.asked(request).ifPresent(asked -> Preferences.writeLanguage(response, asked));
        response.addHeader(HttpHeaders.VARY, "HX-Request");
        request.setAttribute(ATTRIBUTE, shell(request));
        return true;
    }

    private Shell shell(HttpServletRequest request) {
        Preferences preferences = Preferences.of(request);
        Locale locale = locales.resolveLocale(request);
        Locale other =
                locale.equals(ConsoleLocaleResolver.VIETNAMESE) ? Locale.ENGLISH : ConsoleLocaleResolver.VIETNAMESE;
        SignedIn signedIn = signedIn(request.getUserPrincipal());
        return new Shell(
                locale.getLanguage(),
                other.getLanguage(),
                inLanguage(request, other),
                Preferences.word(preferences.theme()),
                Preferences.word(preferences.density()),
                preferences.shortcuts() ? "on" : "off",
                "1".equals(request.getParameter("kiosk")) ? "on" : "off",
                asked(request),
                signedIn == null ? null : new Shell.User(signedIn.displayName(), role(signedIn, locale)),
                request.getAttribute(CallerSession.ATTRIBUTE) instanceof CallerSession session ? session : null,
                signedIn == null
                        ? List.of()
                        : menu.stream()
                                .filter(item -> signedIn.may(item.permission()))
                                .toList(),
                settings);
    }

    private String role(SignedIn signedIn, Locale locale) {
        String role = messages.getMessage("console.role." + signedIn.role().name(), null, locale);
        String organization = signedIn.organizationId();
        return organization == null ? role : role + ", " + organizations.name(organization, locale);
    }

    private static @Nullable SignedIn signedIn(@Nullable Principal principal) {
        return principal instanceof Authentication authentication
                        && authentication.getPrincipal() instanceof SignedIn signedIn
                ? signedIn
                : null;
    }

    /** The same page, filters included; a page reached by a form has no address of its own, so that one starts over. */
    private static String inLanguage(HttpServletRequest request, Locale other) {
        boolean repeatable = "GET".equals(request.getMethod());
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(repeatable ? asked(request) : "/");
        String query = request.getQueryString();
        if (repeatable && query != null) {
            address.query(query);
        }
        return address.replaceQueryParam(ConsoleLocaleResolver.PARAMETER, other.getLanguage())
                .build()
                .toUriString();
    }

    /** The path that was asked for, also while the error page is drawn in its place. */
    private static String asked(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
                ? path
                : request.getRequestURI();
    }
}
