package vn.chieng.api.notifications;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.audit.AuditTrail;

/** How a person wants to be told. */
@Controller
@RequestMapping("/me/notifications")
final class PreferencePages {
    private final ChoiceStore choices;
    private final MailChannel mail;
    private final AuditTrail audit;
    private final TransactionOperations transactions;

    PreferencePages(ChoiceStore choices, MailChannel mail, AuditTrail audit, TransactionOperations transactions) {
        this.choices = choices;
        this.mail = mail;
        this.audit = audit;
        this.transactions = transactions;
    }

    @GetMapping
    @Allowed(Permission.OWN_ACCOUNT)
    String show(SignedIn caller, Model model) {
        return page(of(caller), model);
    }

    @PostMapping
    @Allowed(Permission.OWN_ACCOUNT)
    String save(
            @RequestParam(required = false) @Nullable Set<String> mailed,
            @RequestParam(defaultValue = "") String quietFrom,
            @RequestParam(defaultValue = "") String quietTo,
            @RequestParam(defaultValue = "AT_ONCE") Digest digest,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Set<String> chosen = mailed == null ? Set.of() : mailed;
        Set<NoticeKind> off = Arrays.stream(NoticeKind.values())
                .filter(kind -> !kind.urgent() && !chosen.contains(kind.code()))
                .collect(Collectors.toSet());
        NoticePreferences preferences;
        try {
            preferences = new NoticePreferences(off, time(quietFrom), time(quietTo), digest);
        } catch (DateTimeException | IllegalArgumentException e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("quietProblem", true);
            return page(new NoticePreferences(off, null, null, digest), model);
        }
        if (caller.accountId() != 0) {
            keep(preferences, caller);
        }
        flash.addFlashAttribute("saved", true);
        return "redirect:/me/notifications";
    }

    private void keep(NoticePreferences preferences, SignedIn caller) {
        transactions.executeWithoutResult(_ -> {
            NoticePreferences before = of(caller);
            choices.keep(caller.accountId(), preferences);
            audit.record(
                    caller,
                    AuditRecord.of(
                                    NotificationAction.PREFERENCES_CHANGED,
                                    "account",
                                    Long.toString(caller.accountId()),
                                    caller.name(),
                                    Set.of())
                            .changed(facts(before), facts(preferences)));
        });
    }

    private String page(NoticePreferences preferences, Model model) {
        model.asMap().putIfAbsent("quietProblem", false);
        model.addAttribute("preferences", preferences);
        model.addAttribute("kinds", List.of(NoticeKind.values()));
        model.addAttribute("digests", Digest.values());
        model.addAttribute("mailConfigured", mail.configured());
        return "notifications/preferences";
    }

    private NoticePreferences of(SignedIn caller) {
        return choices.preferences(List.of(caller.accountId()))
                .getOrDefault(caller.accountId(), NoticePreferences.NONE);
    }

    private static @Nullable LocalTime time(String typed) {
        return typed.isBlank() ? null : LocalTime.parse(typed.strip());
    }

    private static Map<String, @Nullable Object> facts(NoticePreferences preferences) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put(
                "mailOff",
                new TreeSet<>(preferences.mailOff())
                        .stream().map(NoticeKind::code).toList());
        facts.put("quietFrom", String.valueOf(preferences.quietFrom()));
        facts.put("quietTo", String.valueOf(preferences.quietTo()));
        facts.put("digest", preferences.digest().name());
        return facts;
    }
}
