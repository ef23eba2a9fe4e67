package vn.chieng.api.incidents;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.chieng.api.access.Permission;
import vn.chieng.api.console.MenuItem;

/** The place of incidents in the side bar. */
@Configuration(proxyBeanMethods = false)
class IncidentsConfiguration {

    @Bean
    MenuItem incidentsMenuItem() {
        return new MenuItem("/incidents", "incidents.menu", 10, Permission.INCIDENTS_READ, "s");
    }

    @Bean
    MenuItem overviewMenuItem() {
        return new MenuItem("/overview", "incidents.overview.menu", 20, Permission.INCIDENTS_COUNT, null);
    }
}
