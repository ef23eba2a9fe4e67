package vn.chieng.api.signin;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.session.Session;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.HttpSessionIdResolver;
import org.springframework.session.web.http.SessionRepositoryFilter;

/** Keeps sessions in PostgreSQL, so that all instances share them and a restart ends none. */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(maxInactiveIntervalInSeconds = SessionConfiguration.STRANGERS_SECONDS)
class SessionConfiguration {
    /** A session in which nobody is signed in only holds a form token; sign-in sets its own time. */
    static final int STRANGERS_SECONDS = 15 * 60;

    /** A browser takes a cookie of this prefix only from this very host, over TLS, for the whole site. */
    static final String COOKIE = "__Host-chieng";

    @Bean
    HttpSessionIdResolver sessionIds() {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(COOKIE);
        cookie.setCookiePath("/");
        cookie.setUseSecureCookie(true);
        cookie.setUseHttpOnlyCookie(true);
        // not strict: the way back from an identity provider is a link from elsewhere
        cookie.setSameSite("Lax");
        cookie.setUseBase64Encoding(false);
        var resolver = new CookieHttpSessionIdResolver();
        resolver.setCookieSerializer(cookie);
        return new NoneWhereNotNeeded(resolver);
    }

    /** The store begins at once to look for sessions that have run out; at a first start its tables are still to be made. */
    @Bean
    static BeanFactoryPostProcessor sessionsAfterTheirTables() {
        return beans -> beans.getBeanDefinition("sessionRepository").setDependsOn("flywayInitializer");
    }

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> forPostgres() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    /** Attributes are Java-serialised; what cannot be read, after an upgrade say, counts as absent instead of failing every request. */
    @Bean
    ConversionService springSessionConversionService() {
        var conversions = new GenericConversionService();
        conversions.addConverter(Object.class, byte[].class, new SerializingConverter());
        conversions.addConverter(byte[].class, Object.class, new SessionAttributeReader());
        return conversions;
    }

    @Bean
    FilterRegistrationBean<SessionRepositoryFilter<? extends Session>> sessionsOnEveryDispatch(
            SessionRepositoryFilter<? extends Session> filter) {
        FilterRegistrationBean<SessionRepositoryFilter<? extends Session>> registration =
                new FilterRegistrationBean<>(filter);
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
        registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
        return registration;
    }

    /** Static files belong to nobody, and the error page of an outage must not ask the store that does not answer. */
    private record NoneWhereNotNeeded(HttpSessionIdResolver usual) implements HttpSessionIdResolver {
        @Override
        public List<String> resolveSessionIds(HttpServletRequest request) {
            return StoreOutage.met(request) || SecurityConfiguration.STATIC.matches(request)
                    ? List.of()
                    : usual.resolveSessionIds(request);
        }

        @Override
        public void setSessionId(HttpServletRequest request, HttpServletResponse response, String id) {
            usual.setSessionId(request, response, id);
        }

        @Override
        public void expireSession(HttpServletRequest request, HttpServletResponse response) {
            if (!StoreOutage.met(request)) {
                usual.expireSession(request, response);
            }
        }
    }
}
