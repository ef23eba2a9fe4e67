package vn.chieng.testbed.identityprovider;

import java.util.List;
import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import vn.chieng.testbed.host.ServerHost;

/**
 * Runs Spring Authorization Server on loopback; clients and port come as Boot's own settings. Anybody signs in with the password {@value #PASSWORD}.
 * The part of the name before the first dot is the subject, so that one subject can come under several names; an ending says what the token is like.
 */
@SpringBootApplication(proxyBeanMethods = false)
public class IdentityProviderServer {
    /** Everybody's. */
    static final String PASSWORD = "password";

    /** A name that ends so comes with the sign of a second factor. */
    static final String WITH_SECOND_FACTOR = ".mfa";

    /** A name that ends so comes with a nonce nobody asked for. */
    static final String WITH_WRONG_NONCE = ".nonce";

    /** Arguments: settings of Spring Boot. */
    public static void main(String[] arguments) {
        ServerHost.endWithParent();
        SpringApplication.run(IdentityProviderServer.class, arguments);
    }

    @Bean
    UserDetailsService everybody() {
        return name -> User.withUsername(name)
                .password("{noop}" + PASSWORD)
                .authorities("USER")
                .build();
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> names() {
        return context -> {
            if (!OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())) {
                return;
            }
            Authentication person = Objects.requireNonNull(context.getPrincipal());
            String name = person.getName();
            int dot = name.indexOf('.');
            context.getClaims().subject(dot < 0 ? name : name.substring(0, dot)).claim("preferred_username", name);
            if (name.endsWith(WITH_SECOND_FACTOR)) {
                context.getClaims().claim("amr", List.of("pwd", "otp"));
            }
            if (name.endsWith(WITH_WRONG_NONCE)) {
                context.getClaims().claim("nonce", "another");
            }
        };
    }
}
