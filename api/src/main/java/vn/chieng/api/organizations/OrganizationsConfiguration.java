package vn.chieng.api.organizations;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.chieng.api.access.Permission;
import vn.chieng.api.console.MenuItem;

/** The place of organisations in the side bar. */
@Configuration(proxyBeanMethods = false)
class OrganizationsConfiguration {
    private static final int PLACE = 90;

    @Bean
    MenuItem organizationsMenuItem() {
        return new MenuItem("/admin/organizations", "organizations.title", PLACE, Permission.ORGANIZATIONS_READ, null);
    }
}
