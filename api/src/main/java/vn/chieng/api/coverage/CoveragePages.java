package vn.chieng.api.coverage;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.audit.AuditTrail;
import vn.chieng.api.spreadsheets.SheetFormat;
import vn.chieng.api.spreadsheets.SheetWriter;
import vn.chieng.api.systems.Approvals;
import vn.chieng.api.systems.levels.LevelAssessor;

/** Coverage by map and by table, the red list, the KPI over time, and the same as a file. */
@Controller
final class CoveragePages {
    private static final int MONTHS = 24;

    private final Coverage coverage;
    private final CoverageStore store;
    private final CoverageMap map;
    private final Approvals approvals;
    private final LevelAssessor days;
    private final AuditTrail audit;
    private final TransactionTemplate transactions;

    CoveragePages(
            Coverage coverage,
            CoverageStore store,
            CoverageMap map,
            Approvals approvals,
            LevelAssessor days,
            AuditTrail audit,
            TransactionTemplate transactions) {
        this.coverage = coverage;
        this.store = store;
        this.map = map;
        this.approvals = approvals;
        this.days = days;
        this.audit = audit;
        this.transactions = transactions;
    }

    @GetMapping("/coverage")
    @Allowed(value = Permission.COVERAGE_READ, scope = Allowed.ScopeRule.QUERY)
    String coverage(
            @RequestParam(required = false) @Nullable String measure,
            @RequestParam(required = false) @Nullable String view,
            SignedIn caller,
            Model model) {
        Locale locale = LocaleContextHolder.getLocale();
        Measure chosen = Measure.of(measure);
        List<BodyCoverage> bodies = coverage.bodies(caller.scope());
        model.addAttribute("measure", chosen.code());
        model.addAttribute(
                "measures", Arrays.stream(Measure.values()).map(Measure::code).toList());
        model.addAttribute("kinds", FactKind.values());
        boolean table = "table".equals(view);
        model.addAttribute("table", table);
        model.addAttribute("bodies", bodies);
        model.addAttribute("tiles", table ? List.of() : map.tiles(bodies, caller.scope(), chosen, locale));
        model.addAttribute("mapWidth", CoverageMap.WIDTH);
        model.addAttribute("mapHeight", CoverageMap.HEIGHT);
        model.addAttribute("mapBase", "/coverage/");
        model.addAttribute("total", total(bodies));
        model.addAttribute("approvalsKnown", approvals.known());
        model.addAttribute("red", coverage.red(caller.scope()));
        List<MonthCount> months = store.months(caller.scope(), MONTHS);
        model.addAttribute("months", months);
        model.addAttribute("line", KpiLine.of(months));
        model.addAttribute("starts", coverage.starts(caller.scope(), MONTHS));
        return "coverage/coverage";
    }

    /** Sums over the scope. */
    public record Total(
            int systems,
            int determined,
            int operating,
            @Nullable Integer approved,
            int red) {}

    private static Total total(List<BodyCoverage> bodies) {
        boolean known = bodies.stream().allMatch(body -> body.approved() != null);
        return new Total(
                bodies.stream().mapToInt(BodyCoverage::systems).sum(),
                bodies.stream().mapToInt(BodyCoverage::determined).sum(),
                bodies.stream().mapToInt(BodyCoverage::operating).sum(),
                known
                        ? Integer.valueOf(bodies.stream()
                                .map(BodyCoverage::approved)
                                .filter(Objects::nonNull)
                                .mapToInt(Integer::intValue)
                                .sum())
                        : null,
                bodies.stream().mapToInt(BodyCoverage::red).sum());
    }

    @GetMapping("/coverage.csv")
    @Allowed(value = Permission.COVERAGE_READ, scope = Allowed.ScopeRule.QUERY)
    void file(SignedIn caller, HttpServletResponse response) throws IOException {
        List<BodyCoverage> bodies = Objects.requireNonNull(transactions.execute(_ -> {
            List<BodyCoverage> all = coverage.bodies(caller.scope());
            String organizationId = caller.organizationId();
            audit.record(
                    caller,
                    AuditRecord.of(
                                    CoverageAction.COVERAGE_EXPORTED,
                                    "coverage-export",
                                    organizationId == null ? "-" : organizationId,
                                    null,
                                    organizationId == null ? Set.of() : Set.of(organizationId))
                            .changed(Map.of(), Map.of("rows", all.size())));
            return all;
        }));
        response.setContentType(SheetFormat.CSV.contentType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("coverage-" + days.today() + ".csv")
                        .build()
                        .toString());
        SheetWriter.write(
                SheetFormat.CSV,
                response.getOutputStream(),
                "coverage",
                CoverageColumns.ALL,
                bodies.stream().map(CoverageColumns::row).toList());
    }
}
