package vn.chieng.api.signin;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.signin.oidc.ProviderLogin;
import vn.chieng.api.signin.sessions.SessionGate;
import vn.chieng.api.signin.tokens.TokenRights;

/** Who gets past the door; what they may do inside is stated at each handler method by {@link Allowed}. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {
    static final RequestMatcher STATIC = paths("/vendor/**", "/css/**", "/js/**", "/img/**", "/favicon.ico");
    private static final RequestMatcher PUBLIC =
            new OrRequestMatcher(STATIC, paths("/signin", "/signin/**", "/error", "/health/**", "/metrics"));
    private static final RequestMatcher ALWAYS_OPEN =
            new OrRequestMatcher(PUBLIC, paths("/signout", "/me/language", "/me/theme", "/me/session"));

    @Bean
    SecurityFilterChain chain(
            HttpSecurity http,
            TokenRights tokens,
            SessionGate gate,
            RequestCache requests,
            ProviderLogin provider,
            ProviderArrival arrival,
            SignOut signOut,
            Refusals refusals)
            throws Exception {
        var duty = new DutyFilter(
                ALWAYS_OPEN, paths("/password"), paths("/me/second-factor", "/me/second-factor/**"), refusals);
        http.authorizeHttpRequests(rules -> rules.requestMatchers(PUBLIC)
                        .permitAll()
                        .anyRequest()
                        .hasAnyAuthority("SESSION", BearerTokens.AUTHORITY))
                .logout(logout -> logout.logoutRequestMatcher(
                                PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/signout"))
                        .addLogoutHandler(signOut)
                        .logoutSuccessHandler(signOut))
                .requestCache(cache -> cache.requestCache(requests))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .csrf(csrf -> csrf.ignoringRequestMatchers(BearerTokens::carriedBy))
                // transport security for good only makes sense with an agency's certificate: see docs/adr/0007
                .headers(headers -> headers.httpStrictTransportSecurity(hsts -> hsts.disable()))
                .addFilterAfter(new BearerTokens(tokens, refusals), SecurityContextHolderFilter.class)
                .addFilterAfter(new ActingFilter(gate, refusals), AuthorizationFilter.class)
                .addFilterAfter(duty, ActingFilter.class);
        provider.addTo(http, arrival, arrival);
        return http.build();
    }

    /** Only whole pages asked for by a person are worth coming back to. */
    @Bean
    @SuppressWarnings("NullAway") // null is how the cache is told to add nothing to the address
    RequestCache requestCache() {
        var requests = new HttpSessionRequestCache();
        requests.setRequestMatcher(request -> request.getMethod().equals("GET")
                && request.getHeader("HX-Request") == null
                && String.valueOf(request.getHeader("Accept")).contains(MediaType.TEXT_HTML_VALUE));
        requests.setMatchingRequestParameterName(null);
        return requests;
    }

    /** Nobody is recognised by the framework's own ways; without this bean Boot would make a user with a password in the log. */
    @Bean
    AuthenticationManager authenticationManager() {
        return _ -> {
            throw new BadCredentialsException("sign-in is by its own pages");
        };
    }

    private static RequestMatcher paths(String... patterns) {
        return new OrRequestMatcher(List.of(patterns).stream()
                .<RequestMatcher>map(PathPatternRequestMatcher::pathPattern)
                .toList());
    }
}
