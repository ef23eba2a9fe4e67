package vn.chieng.api.dossiers;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.OrganizationNames;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.audit.AuditTrail;
import vn.chieng.api.console.QueryWords;
import vn.chieng.api.dossiers.workflow.CourseStep;
import vn.chieng.api.query.Completion;
import vn.chieng.api.query.ParsedQuery;
import vn.chieng.api.query.Query;
import vn.chieng.api.query.QueryProblem;
import vn.chieng.api.spreadsheets.SheetFormat;
import vn.chieng.api.spreadsheets.SheetWriter;

/** Dossiers as JSON, and the list as a table: {@code docs/operations/dossiers.md}. */
@RestController
@RequestMapping("/api/v1/dossiers")
final class DossierController {
    private static final int MOST = 10_000;
    private static final int MOST_AT_ONCE = 500;
    private static final List<String> COLUMNS = List.of(
            "number",
            "system",
            "system_name",
            "owner",
            "operator",
            "level",
            "state",
            "edition",
            "approved_on",
            "sha256");

    private final DossierStore store;
    private final DossierContext context;
    private final DossierListing listing;
    private final QueryWords words;
    private final OrganizationNames names;
    private final AuditTrail audit;
    private final TransactionTemplate transactions;

    DossierController(
            DossierStore store,
            DossierContext context,
            DossierListing listing,
            QueryWords words,
            OrganizationNames names,
            AuditTrail audit,
            TransactionTemplate transactions) {
        this.store = store;
        this.context = context;
        this.listing = listing;
        this.words = words;
        this.names = names;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** A dossier without its content. */
    record Body(
            UUID id,
            String number,
            int edition,
            UUID systemId,
            String systemCode,
            String systemName,
            String operatorId,
            String ownerId,
            int level,
            String pack,
            String route,
            String state,
            String label,
            int contentVersion,
            @Nullable LocalDate approvedOn,
            @Nullable String sealedSha256,
            Instant changedAt) {
        static Body of(Dossier dossier) {
            Dossier.Seal seal = dossier.seal();
            return new Body(
                    dossier.id(),
                    dossier.number(),
                    dossier.edition(),
                    dossier.systemId(),
                    dossier.systemCode(),
                    dossier.systemName(),
                    dossier.operatorId(),
                    dossier.course().parties().ownerId(),
                    dossier.level(),
                    dossier.course().pack().toString(),
                    dossier.course().route(),
                    dossier.state().code(),
                    dossier.label(),
                    dossier.contentVersion(),
                    dossier.approvedOn(),
                    seal == null ? null : seal.sha256(),
                    dossier.changedAt());
        }
    }

    /** A page of them. */
    record Page(long total, List<Body> items) {}

    /** A step of its way, without names. */
    record Step(String act, String result, Instant at, String organizationId, int round) {
        static Step of(CourseStep step) {
            return new Step(step.act().name(), step.result().code(), step.at(), step.organizationId(), step.round());
        }
    }

    /** One with its content. */
    record Whole(Body dossier, List<Step> steps, List<StoredSection> sections) {}

    /** All dossiers of a scope, for another program. */
    record Export(String profile, List<Body> dossiers) {}

    @GetMapping
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Page.class)))
    @Allowed(value = Permission.DOSSIERS_READ, scope = Allowed.ScopeRule.QUERY)
    ResponseEntity<?> list(
            @ModelAttribute DossierListParameters parameters,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "100") int limit,
            SignedIn caller) {
        return switch (listing.parsed(parameters)) {
            case ParsedQuery.Wrong(QueryProblem problem) -> words.refused(problem);
            case ParsedQuery.Understood(Query asked, var _) -> {
                DossierStore.Query query = listing.query(parameters, asked, caller);
                int most = Math.clamp(limit, 1, MOST_AT_ONCE);
                yield ResponseEntity.ok(new Page(
                        store.count(query, caller.scope()),
                        store.list(query, caller.scope(), Math.max(0, offset), most).stream()
                                .map(Body::of)
                                .toList()));
            }
        };
    }

    @GetMapping("/completions")
    @Allowed(value = Permission.DOSSIERS_READ, scope = Allowed.ScopeRule.QUERY)
    Completion complete(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int caret,
            SignedIn caller,
            Locale locale) {
        return listing.completion(q, caret, caller, locale);
    }

    @GetMapping("/{id}")
    @Allowed(value = Permission.DOSSIERS_READ, scope = Allowed.ScopeRule.QUERY)
    Whole one(@PathVariable UUID id, SignedIn caller) {
        DossierContext.Known known = context.find(id, caller).orElseThrow(DossierModel::none);
        return new Whole(
                Body.of(known.dossier()),
                known.dossier().course().log().stream().map(Step::of).toList(),
                known.sections().all().stream()
                        .map(section -> known.stored(section.key()))
                        .toList());
    }

    @GetMapping("/export.xlsx")
    @Allowed(value = Permission.DOSSIERS_READ, scope = Allowed.ScopeRule.QUERY)
    ResponseEntity<byte[]> export(@ModelAttribute DossierListParameters parameters, SignedIn caller)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SheetWriter.write(
                SheetFormat.XLSX,
                out,
                "dossiers",
                COLUMNS,
                exported(parameters, caller).stream().map(this::row).toList());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(SheetFormat.XLSX.contentType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"dossiers.xlsx\"")
                .body(out.toByteArray());
    }

    /** The same list for programs; a national platform matches it by system code and decision. */
    @GetMapping("/export.json")
    @Allowed(value = Permission.DOSSIERS_READ, scope = Allowed.ScopeRule.QUERY)
    ResponseEntity<Export> exportJson(@ModelAttribute DossierListParameters parameters, SignedIn caller) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"dossiers.json\"")
                .body(new Export(
                        "chieng-dossiers-1",
                        exported(parameters, caller).stream().map(Body::of).toList()));
    }

    /** Nothing leaves before the trail holds it. */
    private List<Dossier> exported(DossierListParameters parameters, SignedIn caller) {
        Query asked = words.understood(listing.parsed(parameters));
        return Objects.requireNonNull(transactions.execute(_ -> {
            List<Dossier> rows = store.list(listing.query(parameters, asked, caller), caller.scope(), 0, MOST);
            String organizationId = caller.organizationId();
            audit.record(
                    caller,
                    AuditRecord.of(
                                    DossierAction.DOSSIERS_EXPORTED,
                                    "dossier-export",
                                    organizationId == null ? "-" : organizationId,
                                    null,
                                    organizationId == null ? Set.of() : Set.of(organizationId))
                            .changed(Map.of(), Map.of("rows", rows.size())));
            return rows;
        }));
    }

    private List<@Nullable Object> row(Dossier dossier) {
        Dossier.Seal seal = dossier.seal();
        return Arrays.asList(
                dossier.number(),
                dossier.systemCode(),
                dossier.systemName(),
                names.name(dossier.course().parties().ownerId(), DossierModel.locale()),
                names.name(dossier.operatorId(), DossierModel.locale()),
                dossier.level(),
                dossier.state().code(),
                dossier.edition(),
                dossier.approvedOn(),
                seal == null ? null : seal.sha256());
    }
}
