package vn.chieng.api.incidents.detail;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.chieng.api.access.Permission;
import vn.chieng.api.console.MenuItem;
import vn.chieng.api.incidents.EvidenceLink;
import vn.chieng.api.incidents.IncidentStore;
import vn.chieng.api.incidents.IncidentTab;

/** The place of incidents in the side bar, and the tabs of one incident. */
@Configuration(proxyBeanMethods = false)
class IncidentsConfiguration {

    @Bean
    MenuItem incidentsMenuItem() {
        return new MenuItem("/incidents", "incidents.menu", 10, Permission.INCIDENTS_READ, "s");
    }

    @Bean
    EvidenceLink storedEventLink() {
        return new EvidenceLink("incidents.logs.event", Permission.EVENTS_READ, (_, line) -> LogTraces.of(line));
    }

    @Bean
    IncidentTab overviewTab() {
        return new IncidentTab("", "incidents.tab.overview", 10, null);
    }

    @Bean
    IncidentTab classificationTab() {
        return new IncidentTab("classification", "incidents.tab.classification", 20, null);
    }

    @Bean
    IncidentTab evidenceTab(IncidentStore store) {
        return new IncidentTab(
                "evidence",
                "incidents.tab.evidence",
                30,
                (incident, reader) -> store.countEvidence(incident.id(), reader.scope()));
    }

    @Bean
    IncidentTab relatedTab() {
        return new IncidentTab("related", "incidents.tab.related", 70, null);
    }

    @Bean
    IncidentTab historyTab() {
        return new IncidentTab("history", "incidents.tab.history", 90, null);
    }
}
