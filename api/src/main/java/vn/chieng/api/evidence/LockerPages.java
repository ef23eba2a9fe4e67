package vn.chieng.api.evidence;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.console.UploadLimit;
import vn.chieng.api.incidents.detail.IncidentView;

/** The locker of an incident. */
@Controller
@RequestMapping("/incidents/{id}/locker")
final class LockerPages {
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);

    private final IncidentView incidents;
    private final LockerView view;
    private final Locker locker;
    private final Preservation preservation;
    private final Clock clock;

    LockerPages(IncidentView incidents, LockerView view, Locker locker, Preservation preservation, Clock clock) {
        this.incidents = incidents;
        this.view = view;
        this.locker = locker;
        this.preservation = preservation;
        this.clock = clock;
    }

    /** A request to freeze, as typed. */
    record FreezeForm(
            @Nullable String reason,
            @Nullable String scope,
            @Nullable String from,
            @Nullable String until,
            @Nullable String continuity) {
        FreezeRequest request(Instant now, SignedIn by) {
            return new FreezeRequest(
                    text(reason),
                    text(scope),
                    time(from, "from"),
                    time(until, "until"),
                    text(continuity),
                    now,
                    by.displayName());
        }
    }

    @GetMapping
    @Allowed(value = Permission.INCIDENTS_READ, scope = Allowed.ScopeRule.QUERY)
    String page(
            @PathVariable long id,
            @RequestParam(name = UploadLimit.TOO_LARGE, defaultValue = "false") boolean tooLarge,
            SignedIn caller,
            Model model) {
        if (tooLarge) {
            model.addAttribute("lockerProblem", "size");
        }
        return view.filled(id, caller, model);
    }

    @PostMapping
    @Allowed(value = Permission.INCIDENTS_WORK, scope = Allowed.ScopeRule.QUERY)
    String add(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean attested,
            SignedIn caller,
            Model model,
            HttpServletResponse response)
            throws IOException {
        incidents.known(id, caller);
        LockerOutcome outcome = new LockerOutcome.Refused("file");
        if (file != null && !file.isEmpty()) {
            String name = file.getOriginalFilename();
            try (InputStream content = file.getInputStream()) {
                outcome = locker.add(id, name == null ? "" : name, reason, attested, content, caller);
            }
        }
        return view.answer(id, outcome, caller, model, response);
    }

    @PostMapping("/logs")
    @Allowed(value = Permission.INCIDENTS_WORK, scope = Allowed.ScopeRule.QUERY)
    String addLogs(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            SignedIn caller,
            Model model,
            HttpServletResponse response)
            throws IOException {
        return view.answer(id, locker.addLogs(id, reason, caller), caller, model, response);
    }

    @PostMapping("/verify")
    @Allowed(value = Permission.INCIDENTS_WORK, scope = Allowed.ScopeRule.QUERY)
    String verify(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String item,
            SignedIn caller,
            Model model,
            HttpServletResponse response)
            throws IOException {
        return view.answer(id, locker.verify(id, LockerView.item(item), caller), caller, model, response);
    }

    /** An encrypted copy; nothing of it is kept in memory or on disk. */
    @PostMapping("/take")
    @Allowed(value = Permission.INCIDENTS_WORK, scope = Allowed.ScopeRule.QUERY)
    @Nullable
    String take(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String reason,
            SignedIn caller,
            Model model,
            HttpServletResponse response)
            throws IOException {
        UUID wanted = LockerView.item(item);
        Optional<LockerOutcome> refusal = locker.refusal(id, wanted, password, reason, caller);
        if (refusal.isPresent()) {
            return view.answer(id, refusal.get(), caller, model, response);
        }
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("evidence-" + wanted + ".zip", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        locker.take(id, wanted, password, reason, caller, response.getOutputStream());
        return null;
    }

    @PostMapping("/hold")
    @Allowed(value = Permission.INCIDENTS_DECIDE, scope = Allowed.ScopeRule.QUERY)
    String hold(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "true") boolean held,
            SignedIn caller,
            Model model,
            HttpServletResponse response) {
        LockerOutcome outcome = held ? preservation.hold(id, reason, caller) : preservation.release(id, reason, caller);
        return view.answer(id, outcome, caller, model, response);
    }

    @PostMapping("/freeze")
    @Allowed(value = Permission.INCIDENTS_WORK, scope = Allowed.ScopeRule.QUERY)
    String freeze(
            @PathVariable long id,
            @ModelAttribute("freezing") FreezeForm form,
            SignedIn caller,
            Model model,
            HttpServletResponse response) {
        LockerOutcome outcome;
        try {
            outcome = preservation.freeze(id, form.request(clock.instant(), caller), caller);
        } catch (IllegalArgumentException e) {
            outcome = new LockerOutcome.Refused(String.valueOf(e.getMessage()));
        }
        return view.answer(id, outcome, caller, model, response);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    private static Instant time(@Nullable String typed, String field) {
        try {
            return LocalDateTime.parse(text(typed)).toInstant(VIETNAM);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(field, e);
        }
    }
}
