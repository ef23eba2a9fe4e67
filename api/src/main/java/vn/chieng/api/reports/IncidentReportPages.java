package vn.chieng.api.reports;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.clocks.ClockViews;
import vn.chieng.api.console.UploadLimit;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.detail.IncidentView;
import vn.chieng.law.pack.Incidents;

/** The reports of an incident: the fact sheet of a form, its versions, and what was sent. */
@Controller
@RequestMapping("/incidents/{id}/reports")
final class IncidentReportPages {
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
    private static final String PREFIX = "field.";

    private final IncidentView incidents;
    private final IncidentReportStore store;
    private final ReportFilling filling;
    private final ReportWork work;
    private final ClockViews clocks;

    IncidentReportPages(
            IncidentView incidents,
            IncidentReportStore store,
            ReportFilling filling,
            ReportWork work,
            ClockViews clocks) {
        this.incidents = incidents;
        this.store = store;
        this.filling = filling;
        this.work = work;
        this.clocks = clocks;
    }

    /** How a version went out, as typed. */
    record SentForm(
            @Nullable Long report,
            @Nullable String at,
            @Nullable String signer,
            @Nullable String recipient,
            @Nullable String channel,
            @Nullable String number,
            @Nullable String proof) {

        IncidentReport.Sent sent(SignedIn by) {
            return new IncidentReport.Sent(
                    time(at),
                    by.displayName(),
                    required(signer, "signer"),
                    required(recipient, "recipient"),
                    required(channel, "channel"),
                    orNull(number),
                    required(proof, "proof"),
                    null,
                    List.of(),
                    null);
        }

        private static Instant time(@Nullable String typed) {
            try {
                return LocalDateTime.parse(typed == null ? "" : typed.strip()).toInstant(VIETNAM);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("at", e);
            }
        }

        private static String required(@Nullable String typed, String field) {
            if (typed == null || typed.isBlank() || typed.length() > 400) {
                throw new IllegalArgumentException(field);
            }
            return typed.strip();
        }

        private static @Nullable String orNull(@Nullable String typed) {
            return typed == null || typed.isBlank() ? null : typed.strip();
        }
    }

    @GetMapping
    @Allowed(value = Permission.INCIDENTS_READ, scope = Allowed.ScopeRule.QUERY)
    String reports(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String form,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(name = UploadLimit.TOO_LARGE, defaultValue = "false") boolean tooLarge,
            SignedIn caller,
            Locale locale,
            Model model) {
        if (tooLarge) {
            model.addAttribute("reportProblem", "signed.too-large");
        }
        return filled(id, form, type, caller, locale, model);
    }

    @PostMapping("/sheet")
    @Allowed(value = Permission.INCIDENTS_WORK, scope = Allowed.ScopeRule.QUERY)
    String type(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String form,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam Map<String, String> fields,
            SignedIn caller,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        Map<String, String> typed = new HashMap<>();
        fields.forEach((name, text) -> {
            if (name.startsWith(PREFIX)) {
                typed.put(name.substring(PREFIX.length()), text);
            }
        });
        ReportOutcome outcome = work.type(id, form, version, typed, caller);
        if (outcome instanceof ReportOutcome.Done && fields.containsKey("make")) {
            outcome = work.make(id, form, type.isBlank() ? null : type, caller);
        }
        return answer(id, form, type, outcome, caller, locale, model, response);
    }

    @PostMapping("/sent")
    @Allowed(value = Permission.INCIDENTS_WORK, scope = Allowed.ScopeRule.QUERY)
    String sent(
            @PathVariable long id,
            @ModelAttribute("sending") SentForm form,
            SignedIn caller,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        ReportOutcome outcome;
        Long report = form.report();
        try {
            outcome = work.send(id, report == null ? 0 : report, form.sent(caller), caller);
        } catch (IllegalArgumentException e) {
            outcome = new ReportOutcome.Refused(String.valueOf(e.getMessage()));
        }
        return answer(id, null, null, outcome, caller, locale, model, response);
    }

    private String answer(
            long id,
            @Nullable String form,
            @Nullable String type,
            ReportOutcome outcome,
            SignedIn caller,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        String problem = switch (outcome) {
            case ReportOutcome.Done _ -> null;
            case ReportOutcome.Unknown _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case ReportOutcome.Stale _ -> "stale";
            case ReportOutcome.Refused(String field) -> field;
        };
        if (problem == null) {
            return "redirect:/incidents/" + id + "/reports#versions";
        }
        response.setStatus(problem.equals("stale") ? 409 : 422);
        model.addAttribute("reportProblem", problem);
        return filled(id, form, type, caller, locale, model);
    }

    private String filled(
            long id, @Nullable String form, @Nullable String type, SignedIn caller, Locale locale, Model model) {
        Incident incident = incidents.known(id, caller);
        incidents.fill(incident, "reports", caller, model);
        List<Incidents.Report> forms = filling.forms(incident);
        Incidents.Report chosen = forms.stream()
                .filter(each -> each.id().equals(form))
                .findFirst()
                .orElse(forms.isEmpty() ? null : forms.getFirst());
        FactSheet sheet = store.sheet(id);
        model.addAttribute("tabTemplate", "reports/tab");
        model.addAttribute("forms", forms);
        model.addAttribute("form", chosen);
        model.addAttribute("type", type);
        model.addAttribute("sheet", sheet);
        model.addAttribute("lines", chosen == null ? List.of() : filling.lines(incident, chosen, type, sheet));
        model.addAttribute("reports", store.of(id));
        model.addAttribute("signed", store.signedCopies(id));
        model.addAttribute("channels", clocks.channels(incident, Locale.of("vi")));
        model.addAttribute("clocks", clocks.of(incident, locale));
        return IncidentView.TEMPLATE;
    }
}
