package vn.chieng.api.reports;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.chieng.api.console.UploadPlace;
import vn.chieng.api.incidents.IncidentTab;

/** The place of reports among the tabs of an incident, and where a signed copy is taken. */
@Configuration(proxyBeanMethods = false)
class IncidentReportsConfiguration {

    @Bean
    IncidentTab reportsTab(IncidentReportStore store) {
        return new IncidentTab(
                "reports",
                "reports.tab",
                60,
                (incident, _) -> store.of(incident.id()).size());
    }

    @Bean
    UploadPlace signedIncidentReportUploads() {
        return new UploadPlace("/incidents/{id}/reports/signed", SignedCopies.MOST_BYTES);
    }
}
