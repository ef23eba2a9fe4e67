package vn.chieng.api.systems.lists;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.audit.AuditTrail;
import vn.chieng.api.spreadsheets.SheetFormat;
import vn.chieng.api.spreadsheets.SheetWriter;
import vn.chieng.api.systems.SystemAction;
import vn.chieng.api.systems.belongings.BelongingStore;
import vn.chieng.api.systems.belongings.StatedLink;
import vn.chieng.api.systems.belongings.StatedLinks;
import vn.chieng.api.systems.belongings.SystemAddress;
import vn.chieng.api.systems.levels.LevelAssessor;
import vn.chieng.law.pack.Classification;
import vn.chieng.law.pack.Input;

/** The list of systems as files, as far as the caller may see it; each export is itself audited. */
@Controller("systemExportPages")
final class ExportPages {
    private final SystemLists lists;
    private final LevelAssessor assessor;
    private final BelongingStore belongings;
    private final StatedLinks links;
    private final AuditTrail audit;
    private final TransactionTemplate transactions;
    private final JsonMapper json;

    ExportPages(
            SystemLists lists,
            LevelAssessor assessor,
            BelongingStore belongings,
            StatedLinks links,
            AuditTrail audit,
            TransactionTemplate transactions,
            JsonMapper json) {
        this.lists = lists;
        this.assessor = assessor;
        this.belongings = belongings;
        this.links = links;
        this.audit = audit;
        this.transactions = transactions;
        this.json = json;
    }

    @GetMapping("/systems/export.csv")
    @Allowed(value = Permission.SYSTEMS_READ, scope = Allowed.ScopeRule.QUERY)
    void csv(@ModelAttribute SystemListParameters parameters, SignedIn caller, HttpServletResponse response)
            throws IOException {
        table(SheetFormat.CSV, parameters, caller, response);
    }

    @GetMapping("/systems/export.xlsx")
    @Allowed(value = Permission.SYSTEMS_READ, scope = Allowed.ScopeRule.QUERY)
    void xlsx(@ModelAttribute SystemListParameters parameters, SignedIn caller, HttpServletResponse response)
            throws IOException {
        table(SheetFormat.XLSX, parameters, caller, response);
    }

    @GetMapping("/systems/export.json")
    @Allowed(value = Permission.SYSTEMS_READ, scope = Allowed.ScopeRule.QUERY)
    void json(@ModelAttribute SystemListParameters parameters, SignedIn caller, HttpServletResponse response)
            throws IOException {
        List<SystemRecord> records =
                read(parameters, caller).stream().map(SystemRecord::of).toList();
        begin(response, "json", MediaType.APPLICATION_JSON_VALUE);
        json.writeValue(response.getOutputStream(), Map.of("profile", "chieng-systems-1", "systems", records));
    }

    private void table(
            SheetFormat format, SystemListParameters parameters, SignedIn caller, HttpServletResponse response)
            throws IOException {
        List<SystemLists.Row> rows = read(parameters, caller);
        List<String> inputs = Stream.concat(
                        assessor.pack((java.time.LocalDate) null).stream()
                                .flatMap(pack -> pack.classification().inputs().stream())
                                .map(Input::id),
                        rows.stream().flatMap(row -> row.system().inputs().keySet().stream()))
                .distinct()
                .toList();
        List<String> counted = assessor.pack((java.time.LocalDate) null).stream()
                .flatMap(pack -> pack.classification().counters().stream())
                .map(Classification.Counter::input)
                .distinct()
                .toList();
        Map<UUID, List<SystemAddress>> addresses =
                belongings.addresses(rows.stream().map(row -> row.system().id()).toList());
        Map<UUID, Map<Long, StatedLink>> linked =
                links.of(rows.stream().map(row -> row.system().id()).toList(), caller.scope());
        begin(response, format.extension(), format.contentType());
        var systems = new SheetWriter.Table(
                "systems",
                SystemColumns.all(inputs, counted),
                rows.stream()
                        .map(row -> SystemColumns.row(
                                row,
                                inputs,
                                counted,
                                addresses.getOrDefault(row.system().id(), List.of()),
                                format == SheetFormat.XLSX
                                        ? List.of()
                                        : linked.getOrDefault(row.system().id(), Map.of())
                                                .values()))
                        .toList());
        var annex = new SheetWriter.Table(
                LinkColumns.SHEET,
                LinkColumns.ALL,
                LinkColumns.rows(rows.stream().map(SystemLists.Row::system).toList(), linked));
        SheetWriter.write(format, response.getOutputStream(), systems, annex);
    }

    /** Nothing leaves before the trail holds it. */
    private List<SystemLists.Row> read(SystemListParameters parameters, SignedIn caller) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            List<SystemLists.Row> rows = lists.rows(parameters, caller.scope());
            String organizationId = caller.organizationId();
            audit.record(
                    caller,
                    AuditRecord.of(
                                    SystemAction.SYSTEMS_EXPORTED,
                                    "system-export",
                                    organizationId == null ? "-" : organizationId,
                                    null,
                                    organizationId == null ? Set.of() : Set.of(organizationId))
                            .changed(Map.of(), Map.of("rows", rows.size())));
            return rows;
        }));
    }

    private void begin(HttpServletResponse response, String extension, String type) {
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("systems-" + assessor.today() + "." + extension)
                        .build()
                        .toString());
    }
}
