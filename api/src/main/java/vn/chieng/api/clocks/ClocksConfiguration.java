package vn.chieng.api.clocks;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.chieng.api.access.Permission;
import vn.chieng.api.clocks.file.LegalClock;
import vn.chieng.api.console.MenuItem;
import vn.chieng.api.incidents.IncidentTab;

/** The place of clocks in the side bar and among the tabs of an incident. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ClockSettings.class)
class ClocksConfiguration {

    @Bean
    MenuItem clocksMenuItem() {
        return new MenuItem("/clocks", "clocks.menu", 12, Permission.INCIDENTS_READ, null);
    }

    @Bean
    IncidentTab clocksTab(ClockStore store) {
        return new IncidentTab(
                "clocks",
                "clocks.tab",
                25,
                (incident, _) -> store.file(incident.id()).clocks().stream()
                        .filter(LegalClock::open)
                        .count());
    }
}
