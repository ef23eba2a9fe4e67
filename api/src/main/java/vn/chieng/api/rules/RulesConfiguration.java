package vn.chieng.api.rules;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.chieng.api.access.Permission;
import vn.chieng.api.console.MenuItem;

/** The place of rules in the side bar. */
@Configuration(proxyBeanMethods = false)
class RulesConfiguration {
    private static final int PLACE = 40;

    @Bean
    MenuItem rulesMenuItem() {
        return new MenuItem("/rules", "rules.title", PLACE, Permission.RULES_READ, null);
    }
}
