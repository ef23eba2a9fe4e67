package vn.chieng.api.audit.log;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import vn.chieng.api.access.Permission;
import vn.chieng.api.console.MenuItem;

/** The audit log's place in the side bar, and its rounds. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class AuditConfiguration {

    @Bean
    MenuItem auditMenuItem() {
        return new MenuItem("/audit", "audit.title", 80, Permission.AUDIT_READ, null);
    }
}
