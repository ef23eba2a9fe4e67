package vn.chieng.api.annualreport;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.chieng.api.access.Permission;
import vn.chieng.api.console.MenuItem;

/** The place of annual reports in the side bar. */
@Configuration(proxyBeanMethods = false)
class AnnualReportConfiguration {
    private static final int PLACE = 36;

    @Bean
    MenuItem annualReportMenuItem() {
        return new MenuItem("/annual-reports", "annualreport.title", PLACE, Permission.ANNUAL_REPORTS_READ, null);
    }
}
