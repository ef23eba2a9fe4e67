package vn.chieng.api.clocks;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.chieng.api.access.Permission;
import vn.chieng.api.clocks.file.LegalClock;
import vn.chieng.api.console.MenuBadge;
import vn.chieng.api.console.MenuItem;
import vn.chieng.api.incidents.IncidentTab;
import vn.chieng.api.incidents.QueueTile;

/** The place of clocks in the side bar and among the tabs of an incident. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ClockSettings.class)
class ClocksConfiguration {
    private static final Duration SOON = Duration.ofHours(12);

    @Bean
    MenuItem clocksMenuItem() {
        return new MenuItem("/clocks", "clocks.menu", 12, Permission.INCIDENTS_READ, null);
    }

    /** What must be sent within half a day, or should have been. */
    @Bean
    QueueTile dueTile(ClockStore store, Clock clock) {
        return new QueueTile("clocks.tile", "/clocks", scope -> store.countOpen(soon(clock), scope));
    }

    @Bean
    MenuBadge clocksBadge(ClockStore store, Clock clock) {
        return new MenuBadge("/clocks", "clocks.badge", caller -> store.countOpen(soon(clock), caller.scope()));
    }

    private static ClockStore.Query soon(Clock clock) {
        return new ClockStore.Query(null, clock.instant().plus(SOON), 0, 1);
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
