package vn.chieng.api.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;
import vn.chieng.api.signin.oidc.ProviderLogout;
import vn.chieng.api.signin.sessions.Sessions;

/** What happens to a session when its person signs out. */
@Component
final class SignOut implements LogoutHandler, LogoutSuccessHandler {
    private static final String TOKEN = SignOut.class.getName();

    private final Sessions sessions;
    private final ProviderLogout provider;

    SignOut(Sessions sessions, ProviderLogout provider) {
        this.sessions = sessions;
        this.provider = provider;
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        request.setAttribute(TOKEN, provider.token(request));
        sessions.signOut(request);
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication)
            throws IOException {
        String token = (String) request.getAttribute(TOKEN);
        response.sendRedirect(provider.onwards(request, token).orElse("/signin?signed-out"));
    }
}
