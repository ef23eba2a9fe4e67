package vn.chieng.api.signin.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Ends the provider's session too when a person signs out who came from there. */
@Component
public final class ProviderLogout {
    private static final String TOKEN = ProviderLogout.class.getName() + ".token";
    private static final String LEAVING = ProviderLogout.class.getName() + ".leaving";

    private final ProviderRegistration provider;
    private final OidcSettings settings;

    public ProviderLogout(ProviderRegistration provider, OidcSettings settings) {
        this.provider = provider;
        this.settings = settings;
    }

    /** Remembers, in the session, with which token the person came. */
    public void came(HttpServletRequest request, OidcIdToken token) {
        request.getSession().setAttribute(TOKEN, token.getTokenValue());
    }

    /** Takes the token out of the session that is about to end. */
    public @Nullable String token(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? null : (String) session.getAttribute(TOKEN);
    }

    /** Where to go on to after the session has ended; empty where the person did not come from the provider, or it has no such address. */
    public Optional<String> onwards(HttpServletRequest request, @Nullable String token) {
        if (token == null || !settings.enabled()) {
            return Optional.empty();
        }
        return provider.endSession().map(address -> {
            String back = UriComponentsBuilder.fromUriString(
                            request.getRequestURL().toString())
                    .replacePath("/signin")
                    .replaceQuery(null)
                    .build()
                    .toUriString();
            URI there = UriComponentsBuilder.fromUri(address)
                    .queryParam("id_token_hint", token)
                    .queryParam("post_logout_redirect_uri", back)
                    .encode()
                    .build()
                    .toUri();
            // not redirected to at once: the content security policy lets no form end up at another site
            request.getSession().setAttribute(LEAVING, there.toString());
            return "/signin/leaving";
        });
    }

    /** The address kept by {@link #onwards}, once. */
    public @Nullable String leaving(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return null;
        }
        String there = (String) session.getAttribute(LEAVING);
        session.removeAttribute(LEAVING);
        return there;
    }
}
