package vn.chieng.api.notifications;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.chieng.api.access.Permission;
import vn.chieng.api.console.MenuItem;
import vn.chieng.api.notifications.webhooks.AddressGuard;
import vn.chieng.api.notifications.webhooks.HookCaller;

/** The bell on every page, the place of the rules in the side bar, and how webhooks are called. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NotificationSettings.class)
class NotificationsConfiguration {
    private static final int PLACE = 96;

    @Bean
    MenuItem notificationRulesMenuItem() {
        return new MenuItem(
                "/admin/notifications", "notifications.admin.title", PLACE, Permission.NOTIFICATIONS_EDIT, null);
    }

    @Bean(destroyMethod = "close")
    HookCaller hookCaller(NotificationSettings settings) {
        return new HookCaller(new AddressGuard(settings.webhooksAllowed()), settings.webhookTimeout());
    }

    @Bean
    WebMvcConfigurer bellOnEveryPage(NoticeStore notices) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new BellInterceptor(notices));
            }
        };
    }
}
