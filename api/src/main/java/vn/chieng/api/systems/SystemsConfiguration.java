package vn.chieng.api.systems;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.chieng.api.access.Permission;
import vn.chieng.api.console.MenuItem;
import vn.chieng.api.console.UploadPlace;
import vn.chieng.api.spreadsheets.SheetLimits;

/** The place of systems in the side bar. */
@Configuration(proxyBeanMethods = false)
class SystemsConfiguration {
    private static final int PLACE = 30;

    @Bean
    MenuItem systemsMenuItem() {
        return new MenuItem("/systems", "systems.title", PLACE, Permission.SYSTEMS_READ, "h");
    }

    @Bean
    UploadPlace systemUploads() {
        return new UploadPlace("/systems/imports", SheetLimits.MOST_BYTES);
    }
}
