package vn.chieng.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import vn.chieng.api.AccessMatrixIT.Place;
import vn.chieng.api.annualreport.Act;
import vn.chieng.api.annualreport.Counts;
import vn.chieng.api.annualreport.ReportHead;
import vn.chieng.api.annualreport.ReportRow;
import vn.chieng.api.annualreport.ReportState;
import vn.chieng.api.annualreport.ReportStore;
import vn.chieng.api.annualreport.StoredReport;
import vn.chieng.api.annualreport.UnitPart;
import vn.chieng.api.law.CurrentLaw;

/** An annual report with a part of each place, for the access matrix. */
final class MatrixReports {
    /** Far enough ahead that no other test opens it. */
    static final int YEAR = 2199;

    private final ApplicationContext beans;
    private final ReportStore store;

    MatrixReports(ApplicationContext beans) {
        this.beans = beans;
        store = beans.getBean(ReportStore.class);
    }

    /** Adds the part of a place; its only system has a name that nobody else must see. */
    String fill(Place place, String run) {
        store.add(new StoredReport(
                YEAR,
                beans.getBean(CurrentLaw.class)
                        .packs()
                        .latest("ND331-2026")
                        .orElseThrow()
                        .version(),
                LocalDate.of(YEAR - 1, 12, 15),
                LocalDate.of(YEAR, 12, 14),
                ReportState.OPEN,
                Map.of(),
                new ReportHead(null, null, null, List.of(), List.of(), null, null),
                1,
                Instant.parse("2026-11-22T00:00:00Z"),
                "matrix",
                null,
                null,
                null,
                null));
        String mark = "Hệ thống báo cáo " + place + " " + run;
        store.addPart(
                YEAR, place.organizationId(), new UnitPart(new Counts(1, 1, 1, 0, 0, 0), null, List.of(row(mark))));
        return mark;
    }

    private static ReportRow row(String name) {
        return new ReportRow(null, name, "", "", 2, "", Act.NONE, Act.NONE, null, "", null, List.of());
    }
}
