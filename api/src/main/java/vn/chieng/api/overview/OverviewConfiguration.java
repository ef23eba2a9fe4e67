package vn.chieng.api.overview;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.chieng.api.access.Permission;
import vn.chieng.api.console.MenuItem;

/** The place of the overview in the side bar. */
@Configuration(proxyBeanMethods = false)
class OverviewConfiguration {
    private static final int PLACE = 20;

    @Bean
    MenuItem overviewMenuItem() {
        return new MenuItem("/overview", "overview.menu", PLACE, Permission.INCIDENTS_COUNT, "t");
    }
}
