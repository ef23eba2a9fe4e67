package vn.chieng.api.incidents.observables;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.chieng.api.incidents.IncidentTab;

/** The tab of observables. */
@Configuration(proxyBeanMethods = false)
class ObservablesConfiguration {

    @Bean
    IncidentTab observablesTab(ObservableStore observables) {
        return new IncidentTab(
                "observables",
                "incidents.tab.observables",
                40,
                (incident, reader) -> observables.count(incident.id(), reader.scope()));
    }
}
