package vn.chieng.consolesample;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import vn.chieng.api.access.OrganizationNames;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.console.MenuItem;

/** Starts the console alone, everyone signed in; needs neither database nor other servers. */
@SpringBootApplication(
        proxyBeanMethods = false,
        excludeName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
        })
@ComponentScan(basePackages = {"vn.chieng.api.console", "vn.chieng.consolesample"})
public class SampleProcess {

    /** Everyone who opens a page other than sign-in. */
    static final SignedIn ANALYST = new SignedIn(
            1,
            "nva",
            "Nguyễn Văn A",
            Role.ANALYST,
            1,
            "org-cong-an",
            new Scope.Everything(),
            Role.ANALYST.permissions(),
            "vi",
            Set.of());

    /** Starts it, for example with {@code --server.port=8443} and a certificate. */
    public static void main(String[] args) {
        SpringApplication.run(SampleProcess.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    RandomGenerator random() {
        return new Random(1);
    }

    @Bean
    OrganizationNames organizations() {
        return (_, _) -> "Công an tỉnh";
    }

    @Bean
    MenuItem incidents() {
        return new MenuItem("/sample", "sample.title", 10, Permission.INCIDENTS_READ, "s");
    }

    @Bean
    SecurityFilterChain everyoneIsSignedIn(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(rules -> rules.anyRequest().permitAll())
                .addFilterBefore(
                        (request, response, chain) -> {
                            if (request.getDispatcherType() == DispatcherType.REQUEST
                                    && request instanceof jakarta.servlet.http.HttpServletRequest http1
                                    && !http1.getRequestURI().startsWith("/signin")) {
                                SecurityContextHolder.getContext()
                                        .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                                                ANALYST, "", List.of()));
                            }
                            chain.doFilter(request, response);
                        },
                        AuthorizationFilter.class)
                .build();
    }
}
