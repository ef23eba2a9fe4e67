package vn.chieng.api.signin;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Keeps the session's cookie from one request to the next, as a browser does. */
final class Browser {
    private final MockMvcTester mvc;
    private final String address;
    private @Nullable Cookie session;

    Browser(MockMvcTester mvc, String address) {
        this.mvc = mvc;
        this.address = address;
    }

    MvcTestResult get(String path) {
        return exchange(HttpMethod.GET, path, Map.of(), false);
    }

    MvcTestResult post(String path, Map<String, String> form) {
        return exchange(HttpMethod.POST, path, form, true);
    }

    MvcTestResult postWithoutFormToken(String path) {
        return exchange(HttpMethod.POST, path, Map.of(), false);
    }

    MvcTestResult signIn(String name, String password) {
        return post("/signin", Map.of("username", name, "password", password));
    }

    /** The value of the session's cookie. */
    String session() {
        return session == null ? "" : session.getValue();
    }

    Browser with(String cookie) {
        session = new Cookie(SessionConfiguration.COOKIE, cookie);
        return this;
    }

    private MvcTestResult exchange(HttpMethod method, String path, Map<String, String> form, boolean formToken) {
        var request = mvc.method(method)
                .uri(path)
                .secure(true)
                .header("Accept", "text/html,*/*;q=0.8")
                .remoteAddress(address);
        form.forEach((name, value) -> request.param(name, value));
        if (session != null) {
            request.cookie(session);
        }
        if (formToken) {
            request.with(csrf());
        }
        MvcTestResult result = request.exchange();
        Cookie fresh = result.getResponse().getCookie(SessionConfiguration.COOKIE);
        if (fresh != null) {
            session = fresh.getValue().isEmpty() ? null : fresh;
        }
        return result;
    }
}
