package vn.chieng.api.dossiers;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.chieng.api.access.Permission;
import vn.chieng.api.console.MenuItem;
import vn.chieng.api.console.UploadPlace;
import vn.chieng.api.spreadsheets.SheetLimits;

/** The place of dossiers in the side bar, and where they take files. */
@Configuration(proxyBeanMethods = false)
class DossiersConfiguration {
    private static final int PLACE = 32;

    @Bean
    MenuItem dossiersMenuItem() {
        return new MenuItem("/dossiers", "dossiers.list.title", PLACE, Permission.DOSSIERS_READ, "d");
    }

    @Bean
    UploadPlace dossierFilePlace(DossierSettings settings) {
        return new UploadPlace("/dossiers/{id}/files", settings.maxFile().toBytes());
    }

    @Bean
    UploadPlace dossierTablePlace() {
        return new UploadPlace("/dossiers/{id}/sections/{key}/import", SheetLimits.MOST_BYTES);
    }
}
