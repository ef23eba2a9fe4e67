package vn.chieng.api.transition;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.chieng.api.access.Permission;
import vn.chieng.api.console.MenuItem;

/** The place of the transition in the side bar. */
@Configuration(proxyBeanMethods = false)
class TransitionConfiguration {
    private static final int PLACE = 37;

    @Bean
    MenuItem transitionMenuItem() {
        return new MenuItem("/transition", "transition.title", PLACE, Permission.ANNUAL_REPORTS_READ, null);
    }
}
