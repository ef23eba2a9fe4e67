package vn.chieng.api.metrics;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.chieng.api.access.Permission;
import vn.chieng.api.console.MenuItem;

/** The place of the time metrics in the side bar. */
@Configuration(proxyBeanMethods = false)
class MetricsConfiguration {
    private static final int PLACE = 22;

    @Bean
    MenuItem metricsMenuItem() {
        return new MenuItem("/handling-times", "metrics.title", PLACE, Permission.INCIDENTS_COUNT, null);
    }
}
