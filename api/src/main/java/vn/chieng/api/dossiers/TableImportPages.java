package vn.chieng.api.dossiers;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.dossiers.content.Section;
import vn.chieng.api.dossiers.content.SectionContent;
import vn.chieng.api.spreadsheets.Sheet;
import vn.chieng.api.spreadsheets.SheetIssue;
import vn.chieng.api.spreadsheets.SheetLimits;
import vn.chieng.api.spreadsheets.SheetReader;
import vn.chieng.api.spreadsheets.SheetReading;
import vn.chieng.api.spreadsheets.SheetWords;
import vn.chieng.law.pack.DossierContent;

/** Rows of a table from a file: first shown with everything that is wrong, then taken. */
@Controller
@RequestMapping("/dossiers/{id}/sections/{key}/import")
final class TableImportPages {
    private static final Duration KEPT_FOR = Duration.ofDays(1);
    private static final int MOST_CELL = 2_000;
    private static final SheetLimits LIMITS = new SheetLimits(SectionContent.MOST_ROWS, 20, MOST_CELL);

    private final DossierModel model;
    private final DossierWriting writing;
    private final SheetWords sheetWords;
    private final TableUploadStore uploads;
    private final Clock clock;

    TableImportPages(
            DossierModel model, DossierWriting writing, SheetWords sheetWords, TableUploadStore uploads, Clock clock) {
        this.model = model;
        this.writing = writing;
        this.sheetWords = sheetWords;
        this.uploads = uploads;
        this.clock = clock;
    }

    @PostMapping
    @Allowed(value = Permission.DOSSIERS_WRITE, scope = Allowed.ScopeRule.QUERY)
    String look(
            @PathVariable UUID id,
            @PathVariable String key,
            @RequestParam(required = false) @Nullable MultipartFile file,
            SignedIn caller,
            Model view,
            HttpServletResponse response)
            throws IOException {
        DossierContext.Known known = model.known(id, caller);
        Section section = model.section(known, key);
        Read read = file == null || file.isEmpty()
                ? new Read(List.of(), List.of(model.message("dossiers.flaw.file-missing")))
                : read(section, file.getBytes());
        if (read.problems().isEmpty()) {
            view.addAttribute("upload", keep(id, key, read.rows(), caller));
        } else {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        model.head(known, caller, view, model.message("dossiers.import"));
        view.addAttribute("section", section);
        view.addAttribute("version", known.stored(key).version());
        view.addAttribute("before", known.stored(key).content().rows().size());
        view.addAttribute("problems", read.problems());
        view.addAttribute("imported", read.rows());
        return "dossiers/import";
    }

    /** What was looked at stays here, so that taking it is not bounded by the size of a form. */
    private UUID keep(UUID id, String key, List<SectionContent.Row> rows, SignedIn caller) {
        Instant now = clock.instant();
        uploads.forget(now.minus(KEPT_FOR));
        TableUpload upload = new TableUpload(UUID.randomUUID(), id, key, caller.accountId(), rows, now);
        uploads.keep(upload);
        return upload.id();
    }

    private record Read(List<SectionContent.Row> rows, List<String> problems) {}

    private Read read(Section section, byte[] content) {
        Locale locale = DossierModel.locale();
        return switch (new SheetReader(LIMITS).read(content)) {
            case SheetReading.Refused(List<SheetIssue> issues) ->
                new Read(
                        List.of(),
                        issues.stream()
                                .map(issue -> sheetWords.of(issue, locale))
                                .toList());
            case SheetReading.Accepted(Sheet sheet) -> rows(section, sheet);
        };
    }

    /** A column may be named by its key or by its label in either language; the first column must be filled. */
    private Read rows(Section section, Sheet sheet) {
        Map<String, String> byHeader = new LinkedHashMap<>();
        for (DossierContent.Column column : section.columns()) {
            for (String name :
                    List.of(column.key(), column.label().vi(), column.label().en())) {
                byHeader.put(name.toLowerCase(Locale.ROOT), column.key());
            }
        }
        List<String> problems = new ArrayList<>();
        sheet.columns().stream()
                .filter(header -> !byHeader.containsKey(header))
                .forEach(header -> problems.add(model.message("dossiers.import.column", header, columnNames(section))));
        List<SectionContent.Row> rows = new ArrayList<>();
        String first =
                section.columns().isEmpty() ? "" : section.columns().getFirst().key();
        for (Sheet.Row row : sheet.rows()) {
            Map<String, String> cells = new LinkedHashMap<>();
            row.cells()
                    .forEach((header, text) ->
                            Optional.ofNullable(byHeader.get(header)).ifPresent(column -> cells.put(column, text)));
            if (cells.getOrDefault(first, "").isBlank()) {
                problems.add(model.message("dossiers.import.row", String.valueOf(row.number()), first));
            }
            rows.add(new SectionContent.Row(key(row.number()), cells));
        }
        return new Read(problems.isEmpty() ? rows : List.of(), problems);
    }

    private static String columnNames(Section section) {
        return String.join(
                ", ", section.columns().stream().map(DossierContent.Column::key).toList());
    }

    private static String key(int number) {
        return "r" + number + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    @PostMapping("/apply")
    @Allowed(value = Permission.DOSSIERS_WRITE, scope = Allowed.ScopeRule.QUERY)
    String apply(
            @PathVariable UUID id,
            @PathVariable String key,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam(required = false) @Nullable UUID upload,
            @RequestParam(defaultValue = "false") boolean replace,
            SignedIn caller,
            Model view,
            HttpServletResponse response) {
        DossierContext.Known known = model.known(id, caller);
        model.section(known, key);
        Optional<TableUpload> held =
                upload == null ? Optional.empty() : uploads.find(upload, id, key, caller.accountId());
        DossierOutcome<StoredSection> outcome = held.map(
                        found -> writing.importRows(id, key, version, found.rows(), replace, caller))
                .orElseGet(() -> DossierOutcome.refused("file", "file-missing"));
        if (outcome instanceof DossierOutcome.Done<StoredSection>) {
            held.map(TableUpload::id).ifPresent(uploads::remove);
            return "redirect:/dossiers/" + id + "/sections/" + key;
        }
        response.setStatus(DossierModel.status(outcome).value());
        model.refused(outcome, view);
        return model.page(known, caller, view);
    }
}
