package vn.chieng.api.overview;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.audit.AuditTrail;
import vn.chieng.api.coverage.CoverageMap;
import vn.chieng.api.coverage.Measure;
import vn.chieng.api.documents.pdf.PdfRenderer;
import vn.chieng.api.incidents.Severity;
import vn.chieng.api.incidents.times.Span;

/** The leader's overview as a page, on a wall, and on paper. */
@Controller
final class OverviewPages {
    private static final List<Integer> PRESETS = List.of(7, 30, 90, 365);
    private static final int USUAL = 30;
    private static final String KIOSK_SECONDS = "60";

    private final OverviewFigures figures;
    private final KpiTiles tiles;
    private final Decisions decisions;
    private final CoverageMap map;
    private final OverviewPaper paper;
    private final AuditTrail audit;
    private final TransactionOperations transactions;
    private final Clock clock;

    OverviewPages(
            OverviewFigures figures,
            KpiTiles tiles,
            Decisions decisions,
            CoverageMap map,
            OverviewPaper paper,
            AuditTrail audit,
            TransactionOperations transactions,
            Clock clock) {
        this.figures = figures;
        this.tiles = tiles;
        this.decisions = decisions;
        this.map = map;
        this.paper = paper;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    @GetMapping("/overview")
    @Allowed(value = Permission.INCIDENTS_COUNT, scope = Allowed.ScopeRule.QUERY)
    String overview(
            @RequestParam(defaultValue = "30") int days,
            @RequestParam(required = false) @Nullable String measure,
            @RequestParam(defaultValue = "0") String kiosk,
            SignedIn caller,
            Model model,
            HttpServletResponse response) {
        Locale locale = LocaleContextHolder.getLocale();
        int chosen = days(days);
        Overview overview = figures.of(span(chosen), caller.scope(), caller);
        Measure shown = measure == null && overview.monitored() == null ? Measure.APPROVED : measure(measure);
        if (kiosk.equals("1")) {
            response.setHeader("Refresh", KIOSK_SECONDS);
        }
        model.addAttribute("overview", overview);
        model.addAttribute("days", chosen);
        model.addAttribute("presets", PRESETS);
        model.addAttribute("kpis", tiles.of(overview, caller, locale));
        model.addAttribute("decisions", decisions.of(overview, caller, locale));
        model.addAttribute("measure", shown.code());
        model.addAttribute(
                "measures", Arrays.stream(Measure.values()).map(Measure::code).toList());
        model.addAttribute("tiles", map.tiles(overview.bodies(), caller.scope(), shown, locale));
        model.addAttribute("mapWidth", CoverageMap.WIDTH);
        model.addAttribute("mapHeight", CoverageMap.HEIGHT);
        model.addAttribute("mapBase", "/overview/communes/");
        model.addAttribute("severities", Severity.values());
        model.addAttribute("trend", new TrendChart(overview.weeks()));
        model.addAttribute("levelBars", LevelBar.of(overview.levels()));
        model.addAttribute("mayRead", caller.may(Permission.INCIDENTS_READ));
        return "overview/overview";
    }

    @GetMapping("/overview.pdf")
    @Allowed(value = Permission.INCIDENTS_COUNT, scope = Allowed.ScopeRule.QUERY)
    void print(@RequestParam(defaultValue = "30") int days, SignedIn caller, HttpServletResponse response)
            throws IOException {
        Locale locale = LocaleContextHolder.getLocale();
        Overview overview = figures.of(span(days(days)), caller.scope(), caller);
        String organization = caller.organizationId();
        transactions.executeWithoutResult(_ -> audit.record(
                caller,
                AuditRecord.of(
                        OverviewAction.PRINTED,
                        "overview",
                        organization == null ? "-" : organization,
                        null,
                        organization == null ? Set.of() : Set.of(organization))));
        response.setContentType(MediaType.APPLICATION_PDF_VALUE);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.inline().filename("overview.pdf").build().toString());
        new PdfRenderer()
                .render(
                        paper.document(
                                overview,
                                tiles.of(overview, caller, locale),
                                decisions.of(overview, caller, locale),
                                caller,
                                locale),
                        response.getOutputStream());
    }

    private static Measure measure(@Nullable String code) {
        return code == null ? Measure.SOURCES : Measure.of(code);
    }

    private static int days(int asked) {
        return PRESETS.contains(asked) ? asked : USUAL;
    }

    private Span span(int days) {
        Instant now = clock.instant();
        return new Span(now.minus(Duration.ofDays(days)), now);
    }
}
