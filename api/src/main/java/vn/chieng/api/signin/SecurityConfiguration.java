package vn.chieng.api.signin;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.session.HttpSessionEventPublisher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import vn.chieng.api.access.Allowed;

/** Who gets past the door; what they may do inside is stated at each handler method by {@link Allowed}. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {
    private static final RequestMatcher STATIC = paths("/vendor/**", "/css/**", "/js/**", "/img/**", "/favicon.ico");
    private static final RequestMatcher PUBLIC =
            new OrRequestMatcher(STATIC, paths("/signin", "/error", "/health/**", "/metrics"));

    @Bean
    SecurityFilterChain chain(HttpSecurity http, TokenRights tokens, SessionRights rights, Refusals refusals)
            throws Exception {
        var requests = new HttpSessionRequestCache();
        requests.setRequestMatcher(request -> request.getMethod().equals("GET")
                && request.getHeader("HX-Request") == null
                && String.valueOf(request.getHeader("Accept")).contains(MediaType.TEXT_HTML_VALUE));
        var duty = new PasswordDuty(
                new OrRequestMatcher(PUBLIC, paths("/password", "/signout", "/me/language", "/me/theme")), refusals);
        return http.authorizeHttpRequests(rules ->
                        rules.requestMatchers(PUBLIC).permitAll().anyRequest().authenticated())
                .formLogin(form -> form.loginPage("/signin")
                        .loginProcessingUrl("/signin")
                        .defaultSuccessUrl("/")
                        .failureUrl("/signin?error"))
                .logout(logout -> logout.logoutRequestMatcher(
                                PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/signout"))
                        .logoutSuccessUrl("/signin?signed-out"))
                .requestCache(cache -> cache.requestCache(requests))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .csrf(csrf -> csrf.ignoringRequestMatchers(BearerTokens::carriedBy))
                // transport security for good only makes sense with an agency's certificate: see docs/adr/0007
                .headers(headers -> headers.httpStrictTransportSecurity(hsts -> hsts.disable()))
                .addFilterAfter(new BearerTokens(tokens, refusals), SecurityContextHolderFilter.class)
                .addFilterAfter(new ActingFilter(rights, refusals), AuthorizationFilter.class)
                .addFilterAfter(duty, ActingFilter.class)
                .build();
    }

    @Bean
    AuthenticationManager authenticationManager(PasswordSignIn passwordSignIn) {
        return new ProviderManager(passwordSignIn);
    }

    /** Tells the live pages when a session ends. */
    @Bean
    HttpSessionEventPublisher sessionEvents() {
        return new HttpSessionEventPublisher();
    }

    private static RequestMatcher paths(String... patterns) {
        return new OrRequestMatcher(List.of(patterns).stream()
                .<RequestMatcher>map(PathPatternRequestMatcher::pathPattern)
                .toList());
    }
}
