package vn.chieng.api.annualreport;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.audit.AuditTrail;
import vn.chieng.api.console.UploadLimit;
import vn.chieng.api.uploads.UploadName;

/** Freezing, opening again, files, and the signed copy. */
@Controller
final class SealingPages {
    private static final Set<String> SIGNED_FORMATS = Set.of("pdf", "docx", "p7m", "xml", "zip");

    private final FrozenReports frozen;
    private final ReportFiles files;
    private final ReportStore store;
    private final ReportLookup lookup;
    private final AuditTrail audit;
    private final TransactionOperations transactions;

    SealingPages(
            FrozenReports frozen,
            ReportFiles files,
            ReportStore store,
            ReportLookup lookup,
            AuditTrail audit,
            TransactionOperations transactions) {
        this.frozen = frozen;
        this.files = files;
        this.store = store;
        this.lookup = lookup;
        this.audit = audit;
        this.transactions = transactions;
    }

    @PostMapping("/annual-reports/{year}/freeze")
    @Allowed(value = Permission.ANNUAL_REPORTS_PUBLISH, scope = Allowed.ScopeRule.EVERYTHING)
    String freeze(
            @PathVariable int year,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String lateReason,
            @RequestParam(defaultValue = "") String lateApprover,
            SignedIn caller,
            RedirectAttributes flash) {
        LateApproval late = LateApproval.typed(lateReason, lateApprover);
        return told(year, frozen.freeze(lookup.report(year), version, late, caller), flash);
    }

    @PostMapping("/annual-reports/{year}/thaw")
    @Allowed(value = Permission.ANNUAL_REPORTS_PUBLISH, scope = Allowed.ScopeRule.EVERYTHING)
    String thaw(
            @PathVariable int year,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            SignedIn caller,
            RedirectAttributes flash) {
        StoredReport report = lookup.report(year);
        if (!Typed.given(reason)) {
            flash.addFlashAttribute("problem", "reason");
            return back(year);
        }
        return told(year, frozen.thaw(report, version, Typed.lineOrEmpty(reason), caller), flash);
    }

    @PostMapping("/annual-reports/{year}/files")
    @Allowed(value = Permission.ANNUAL_REPORTS_PUBLISH, scope = Allowed.ScopeRule.EVERYTHING)
    String make(@PathVariable int year) {
        StoredReport report = lookup.report(year);
        if (report.state() != ReportState.OPEN) {
            files.forget(year);
            files.start(report);
        }
        return back(year);
    }

    @GetMapping("/annual-reports/{year}/file")
    @Allowed(value = Permission.ANNUAL_REPORTS_READ, scope = Allowed.ScopeRule.EVERYTHING)
    @Nullable
    String file(
            @PathVariable int year,
            @RequestParam(defaultValue = "pdf") String format,
            @RequestParam(defaultValue = "vi") String language,
            SignedIn caller,
            HttpServletResponse response)
            throws IOException {
        lookup.report(year);
        Optional<ReportFile> file = store.file(year, format, language);
        if (file.isEmpty()) {
            return back(year);
        }
        String name = "bao-cao-" + year + "-" + language + "." + format;
        send(year, name, file.get().content(), caller, response);
        return null;
    }

    @PostMapping("/annual-reports/{year}/signed")
    @Allowed(value = Permission.ANNUAL_REPORTS_PUBLISH, scope = Allowed.ScopeRule.EVERYTHING)
    String sign(
            @PathVariable int year,
            @RequestParam int version,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "false") boolean attested,
            SignedIn caller,
            RedirectAttributes flash)
            throws IOException {
        StoredReport report = lookup.report(year);
        if (file == null || file.isEmpty()) {
            flash.addFlashAttribute("problem", "file");
            return back(year);
        }
        String name = UploadName.of(file.getOriginalFilename(), "signed");
        if (!SIGNED_FORMATS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(java.util.Locale.ROOT))) {
            flash.addFlashAttribute("problem", "format");
            return back(year);
        }
        if (!attested) {
            flash.addFlashAttribute("problem", "attest");
            return back(year);
        }
        return told(year, frozen.sign(report, version, new SignedCopy(name, file.getBytes()), caller), flash);
    }

    @GetMapping("/annual-reports/{year}/signed")
    @Allowed(value = Permission.ANNUAL_REPORTS_READ, scope = Allowed.ScopeRule.EVERYTHING)
    @Nullable
    String signed(
            @PathVariable int year,
            @RequestParam(name = UploadLimit.TOO_LARGE, defaultValue = "false") boolean tooLarge,
            SignedIn caller,
            HttpServletResponse response,
            RedirectAttributes flash)
            throws IOException {
        lookup.report(year);
        if (tooLarge) {
            flash.addFlashAttribute("problem", UploadLimit.TOO_LARGE);
            return back(year);
        }
        Optional<SignedCopy> copy = store.signedCopy(year);
        if (copy.isEmpty()) {
            return back(year);
        }
        send(year, copy.get().name(), copy.get().content(), caller, response);
        return null;
    }

    /** Nothing leaves before the trail holds it. */
    private void send(int year, String name, byte[] content, SignedIn caller, HttpServletResponse response)
            throws IOException {
        String id = Integer.toString(year);
        transactions.executeWithoutResult(_ -> audit.record(
                caller,
                AuditRecord.of(AnnualReportAction.EXPORTED, AnnualReports.OBJECT, id, id, Set.of())
                        .changed(Map.of(), Map.of("file", name, "hash", FrozenReports.sha256(content)))));
        response.setContentType(MediaTypeFactory.getMediaType(name)
                .orElse(MediaType.APPLICATION_OCTET_STREAM)
                .toString());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.getOutputStream().write(content);
    }

    private static String told(int year, ChangeOutcome outcome, RedirectAttributes flash) {
        if (outcome != ChangeOutcome.DONE) {
            flash.addFlashAttribute("problem", outcome.code());
        }
        return back(year);
    }

    private static String back(int year) {
        return "redirect:/annual-reports/" + year;
    }
}
