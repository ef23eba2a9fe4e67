package vn.chieng.api.incidents.store;

import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Scope;
import vn.chieng.api.incidents.Severity;

/** How many incidents are open, kept by triggers of the table of incidents so that nobody counts them one by one. */
@Component
final class OpenTally {
    private final JdbcClient jdbc;

    OpenTally(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Exactly those of this moment; every severity is named. */
    Map<Severity, Long> bySeverity(Scope scope) {
        Map<Severity, Long> counts = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            counts.put(severity, 0L);
        }
        jdbc.sql("select t.severity, sum(t.n) n from incident_tally t where " + scope.overlaps("t.organization_ids")
                        + " group by t.severity")
                .param("scope", scope.parameter())
                .query(row -> {
                    counts.put(Severity.valueOf(row.getString("severity")), row.getLong("n"));
                });
        return counts;
    }

    /** Makes one row of many for the same organisations; two instances at it do no harm, since a row taken by one is gone for the other. */
    @Scheduled(fixedDelayString = "PT1M")
    void fold() {
        jdbc.sql("""
                with taken as (delete from incident_tally t where exists (select from incident_tally o
                    where o.organization_ids = t.organization_ids and o.severity = t.severity and o.ctid <> t.ctid)
                    returning t.*)
                insert into incident_tally select organization_ids, severity, sum(n) from taken
                    group by organization_ids, severity having sum(n) <> 0""").update();
    }
}
