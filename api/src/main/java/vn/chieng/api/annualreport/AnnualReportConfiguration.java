package vn.chieng.api.annualreport;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.chieng.api.access.Permission;
import vn.chieng.api.console.MenuItem;
import vn.chieng.api.console.UploadPlace;

/** The place of annual reports in the side bar, and where a signed copy is taken. */
@Configuration(proxyBeanMethods = false)
class AnnualReportConfiguration {
    private static final int PLACE = 36;
    private static final long LONGEST_SIGNED_COPY = 5L << 20;

    @Bean
    MenuItem annualReportMenuItem() {
        return new MenuItem("/annual-reports", "annualreport.title", PLACE, Permission.ANNUAL_REPORTS_READ, null);
    }

    @Bean
    UploadPlace signedReportUploadPlace() {
        return new UploadPlace("/annual-reports/{year}/signed", LONGEST_SIGNED_COPY);
    }
}
