package vn.chieng.api.rules.trial;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.util.UriComponentsBuilder;
import vn.chieng.api.access.Permission;
import vn.chieng.api.incidents.EvidenceLink;

/** The way from a line of evidence to the reasons of the rules behind it. */
@Configuration(proxyBeanMethods = false)
class WhyConfiguration {

    @Bean
    EvidenceLink whyLink() {
        return new EvidenceLink(
                "rules.why",
                Permission.RULES_READ,
                (incident, line) -> UriComponentsBuilder.fromPath("/incidents/{id}/evidence/{event}/why")
                        .encode()
                        .buildAndExpand(incident.id(), line.eventId())
                        .toUriString());
    }
}
