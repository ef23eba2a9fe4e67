package vn.chieng.api.evidence;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.chieng.api.console.UploadPlace;
import vn.chieng.api.incidents.IncidentTab;

/** The place of the locker among the tabs of an incident, and the bound of its uploads. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EvidenceSettings.class)
class LockerConfiguration {

    @Bean
    IncidentTab lockerTab(LockerStore store) {
        return new IncidentTab("locker", "evidence.tab", 35, (incident, _) -> store.count(incident.id()));
    }

    @Bean
    UploadPlace lockerUploads(EvidenceSettings settings) {
        return new UploadPlace("/incidents/{id}/locker", settings.maxFile().toBytes());
    }
}
