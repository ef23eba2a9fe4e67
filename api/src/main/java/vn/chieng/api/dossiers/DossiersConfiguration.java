package vn.chieng.api.dossiers;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.chieng.api.access.Permission;
import vn.chieng.api.console.MenuItem;

/** The place of dossiers in the side bar. */
@Configuration(proxyBeanMethods = false)
class DossiersConfiguration {
    private static final int PLACE = 32;

    @Bean
    MenuItem dossiersMenuItem() {
        return new MenuItem("/dossiers", "dossiers.list.title", PLACE, Permission.DOSSIERS_READ, "d");
    }
}
