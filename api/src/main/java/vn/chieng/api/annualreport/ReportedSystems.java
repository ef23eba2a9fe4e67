package vn.chieng.api.annualreport;

import java.util.List;

/** Where the report's systems come from: every one in use or in the making, of the whole province. */
public interface ReportedSystems {

    /** All of them, in a fixed order. */
    List<ReportedSystem> all();
}
