package vn.chieng.api.reports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.console.PreviewViews;
import vn.chieng.api.console.UploadLimit;
import vn.chieng.api.documents.DocumentFormat;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.detail.IncidentView;

/** A version of a report as it is printed, on the page and as a file, and the copy that was signed. */
@Controller
@RequestMapping("/incidents/{id}/reports")
final class ReportFilePages {
    private final IncidentView incidents;
    private final IncidentReportStore store;
    private final ReportWork work;
    private final SignedCopies signed;
    private final ReportPrinter printer;
    private final PreviewViews previews;

    ReportFilePages(
            IncidentView incidents,
            IncidentReportStore store,
            ReportWork work,
            SignedCopies signed,
            ReportPrinter printer,
            PreviewViews previews) {
        this.incidents = incidents;
        this.store = store;
        this.work = work;
        this.signed = signed;
        this.printer = printer;
        this.previews = previews;
    }

    /** A version as it will be printed. */
    @GetMapping("/preview")
    @Allowed(value = Permission.INCIDENTS_READ, scope = Allowed.ScopeRule.QUERY)
    View preview(@PathVariable long id, @RequestParam(defaultValue = "0") long report, SignedIn caller, Model model)
            throws IOException {
        Incident incident = incidents.known(id, caller);
        IncidentReport found = found(id, report);
        byte[] html = printer.paper().print(found, DocumentFormat.HTML_FRAGMENT).bytes();
        model.addAttribute("incident", incident);
        model.addAttribute("report", found);
        return previews.of("reports/preview", new String(html, StandardCharsets.UTF_8));
    }

    /** A version as a file; it is the same for everybody and for ever. */
    @GetMapping("/file")
    @Allowed(value = Permission.INCIDENTS_READ, scope = Allowed.ScopeRule.QUERY)
    ResponseEntity<byte[]> file(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") long report,
            @RequestParam(defaultValue = "pdf") String format,
            SignedIn caller)
            throws IOException {
        Incident incident = incidents.known(id, caller);
        IncidentReport found = found(id, report);
        DocumentFormat chosen = format.equals("docx") ? DocumentFormat.DOCX : DocumentFormat.PDF;
        ReportPaper.Printed printed = printer.paper().print(found, chosen);
        work.fetched(incident, found, chosen.extension(), caller);
        return attachment(name(found) + "." + chosen.extension(), chosen.mediaType(), found, printed.bytes());
    }

    /** The signed copy as it was uploaded. */
    @GetMapping("/signed")
    @Allowed(value = Permission.INCIDENTS_READ, scope = Allowed.ScopeRule.QUERY)
    ResponseEntity<?> signed(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") long report,
            @RequestParam(name = UploadLimit.TOO_LARGE, defaultValue = "false") boolean tooLarge,
            SignedIn caller) {
        Incident incident = incidents.known(id, caller);
        if (tooLarge) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .header(HttpHeaders.LOCATION, "/incidents/" + id + "/reports?" + UploadLimit.TOO_LARGE + "=true")
                    .build();
        }
        IncidentReport found = found(id, report);
        byte[] content =
                store.signedContent(report).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        work.fetched(incident, found, "signed", caller);
        return attachment(name(found) + "-signed.pdf", DocumentFormat.PDF.mediaType(), found, content);
    }

    @PostMapping("/signed")
    @Allowed(value = Permission.INCIDENTS_WORK, scope = Allowed.ScopeRule.QUERY)
    String sign(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") long report,
            @RequestParam(required = false) @Nullable MultipartFile file,
            SignedIn caller,
            RedirectAttributes flash)
            throws IOException {
        incidents.known(id, caller);
        String name = file == null ? null : file.getOriginalFilename();
        byte[] content = file == null ? new byte[0] : file.getBytes();
        ReportOutcome outcome = signed.bind(id, report, name == null ? "" : name, content, caller);
        switch (outcome) {
            case ReportOutcome.Done _ -> {}
            case ReportOutcome.Unknown _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case ReportOutcome.Stale _ -> flash.addFlashAttribute("reportProblem", "stale");
            case ReportOutcome.Refused(String field) -> flash.addFlashAttribute("reportProblem", field);
        }
        return "redirect:/incidents/" + id + "/reports#versions";
    }

    private IncidentReport found(long incident, long report) {
        return store.find(incident, report).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String name(IncidentReport report) {
        return report.incidentNumber() + "-" + report.form() + "-" + report.number();
    }

    private static ResponseEntity<byte[]> attachment(String name, String type, IncidentReport report, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Chieng-Label", report.tlp())
                .body(content);
    }
}
