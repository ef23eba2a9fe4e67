package vn.chieng.api.coverage;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.chieng.api.access.Permission;
import vn.chieng.api.console.MenuItem;

/** The place of coverage in the side bar. */
@Configuration(proxyBeanMethods = false)
class CoverageConfiguration {
    private static final int PLACE = 34;

    @Bean
    MenuItem coverageMenuItem() {
        return new MenuItem("/coverage", "coverage.title", PLACE, Permission.COVERAGE_READ, null);
    }
}
