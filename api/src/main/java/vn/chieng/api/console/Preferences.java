package vn.chieng.api.console;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** How a person wants the console to look; kept in cookies, so that the server knows before the first page is drawn. */
public record Preferences(Theme theme, Density density, boolean shortcuts) {

    static final String LANGUAGE_COOKIE = "chieng-language";
    private static final String THEME_COOKIE = "chieng-theme";
    private static final String DENSITY_COOKIE = "chieng-density";
    private static final String SHORTCUTS_COOKIE = "chieng-shortcuts";
    private static final Duration KEPT = Duration.ofDays(365);

    static Preferences of(HttpServletRequest request) {
        return new Preferences(
                choice(request, THEME_COOKIE, Theme.class).orElse(Theme.SYSTEM),
                choice(request, DENSITY_COOKIE, Density.class).orElse(Density.COMFORTABLE),
                !"off".equals(cookie(request, SHORTCUTS_COOKIE).orElse("on")));
    }

    void write(HttpServletResponse response) {
        write(response, THEME_COOKIE, word(theme), false);
        write(response, DENSITY_COOKIE, word(density), true);
        write(response, SHORTCUTS_COOKIE, shortcuts ? "on" : "off", true);
    }

    static void writeLanguage(HttpServletResponse response, Locale locale) {
        write(response, LANGUAGE_COOKIE, locale.getLanguage(), true);
    }

    static Optional<String> cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> Optional<E> choice(HttpServletRequest request, String name, Class<E> type) {
        return cookie(request, name)
                .flatMap(value -> Arrays.stream(type.getEnumConstants())
                        .filter(choice -> word(choice).equals(value))
                        .findFirst());
    }

    /** The theme's cookie is also written by the script in the page, the others only here. */
    private static void write(HttpServletResponse response, String name, String value, boolean serverOnly) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name, value)
                        .path("/")
                        .maxAge(KEPT)
                        .secure(true)
                        .httpOnly(serverOnly)
                        .sameSite("Lax")
                        .build()
                        .toString());
    }
}
