package vn.chieng.api.console;

import java.util.List;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import vn.chieng.api.access.OrganizationNames;

/** The words, the language and the frame of every page. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:console.properties")
@EnableConfigurationProperties(ConsoleSettings.class)
class ConsoleConfiguration {

    @Bean
    MessageSource messageSource() {
        return new BundleMessages();
    }

    @Bean
    LocaleResolver localeResolver() {
        return new ConsoleLocaleResolver();
    }

    @Bean
    WebMvcConfigurer shellOnEveryRequest(
            LocaleResolver locales,
            MessageSource messages,
            ObjectProvider<MenuItem> menu,
            OrganizationNames organizations,
            ConsoleSettings settings) {
        List<MenuItem> items = menu.stream().toList();
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new ShellInterceptor(locales, messages, items, organizations, settings));
            }
        };
    }

    /** A page posts, then redirects with 303, which is a GET for everybody. */
    @Bean
    InitializingBean redirectsThatAreRead(ThymeleafViewResolver views) {
        return () -> views.setRedirectHttp10Compatible(false);
    }

    @Bean
    InitializingBean linksWithoutRequest(SpringTemplateEngine engine) {
        return () -> engine.setLinkBuilder(new ConsoleLinks());
    }
}
