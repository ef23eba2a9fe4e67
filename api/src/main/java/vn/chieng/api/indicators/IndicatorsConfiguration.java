package vn.chieng.api.indicators;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.chieng.api.access.Permission;
import vn.chieng.api.console.MenuItem;
import vn.chieng.api.console.UploadPlace;

/** The place of indicators in the side bar, and where their files are taken. */
@Configuration(proxyBeanMethods = false)
class IndicatorsConfiguration {
    private static final int PLACE = 42;
    private static final long MOST_BYTES = 32L * 1024 * 1024;

    @Bean
    MenuItem indicatorsMenuItem() {
        return new MenuItem("/indicators", "indicators.title", PLACE, Permission.INDICATORS_READ, null);
    }

    @Bean
    UploadPlace indicatorsUploadPlace() {
        return new UploadPlace("/indicators/imports", MOST_BYTES);
    }
}
