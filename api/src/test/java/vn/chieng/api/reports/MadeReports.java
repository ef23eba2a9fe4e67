package vn.chieng.api.reports;

import java.nio.charset.StandardCharsets;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.chieng.api.access.SignedIn;

/** Reports that tests of other features need to be there. */
public final class MadeReports {
    private MadeReports() {}

    /** Makes a first version of an incident's intake report with a signed copy and answers its id. */
    public static long of(ApplicationContext beans, long incident, SignedIn by) {
        beans.getBean(ReportWork.class).make(incident, "BM-SC-01", null, by);
        long report = beans.getBean(JdbcClient.class)
                .sql("select id from incident_reports where incident_id = ?")
                .param(incident)
                .query((row, _) -> row.getLong(1))
                .single();
        beans.getBean(SignedCopies.class)
                .bind(incident, report, "signed.pdf", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII), by);
        return report;
    }
}
