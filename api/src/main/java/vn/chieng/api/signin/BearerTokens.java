package vn.chieng.api.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.signin.secrets.Secrets;
import vn.chieng.api.signin.tokens.TokenRights;

/** {@code Authorization: Bearer}: an API token stands for its holder in this one request. */
final class BearerTokens extends OncePerRequestFilter {
    static final String AUTHORITY = "TOKEN";
    private static final String SCHEME = "Bearer ";
    private static final int LONGEST = 200;

    private final TokenRights tokens;
    private final Refusals refused;

    BearerTokens(TokenRights tokens, Refusals refused) {
        this.tokens = tokens;
        this.refused = refused;
    }

    /** A request that carries a token carries no cookie's authority, so it cannot be forged across sites. */
    static boolean carriedBy(HttpServletRequest request) {
        return token(request) != null;
    }

    private static @Nullable String token(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? header.substring(SCHEME.length()).strip()
                : null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String token = token(request);
        if (token == null) {
            chain.doFilter(request, response);
            return;
        }
        @Nullable SignedIn holder;
        try {
            holder = token.length() > LONGEST
                    ? null
                    : tokens.of(Secrets.sha256(token)).orElse(null);
        } catch (DataAccessException e) {
            refused.unavailable(request, response);
            return;
        }
        if (holder == null) {
            SecurityContextHolder.clearContext();
            refused.commence(request, response, new BadCredentialsException("unknown token"));
            return;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                holder, null, AuthorityUtils.createAuthorityList(AUTHORITY)));
        SecurityContextHolder.setContext(context);
        try {
            chain.doFilter(request, response);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
