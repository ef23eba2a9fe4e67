package vn.chieng.api.notifications;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
import vn.chieng.api.access.Role;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.audit.AuditTrail;
import vn.chieng.api.notifications.NoticeRules.Cell;
import vn.chieng.api.notifications.NoticeRules.Channels;

/** Who is told what by which channel: a row for each kind, a column for each role that may know. */
@Controller("notificationRulePages")
@RequestMapping("/admin/notifications")
final class RulePages {
    private static final String OBJECT = "notification-rules";

    private final ChoiceStore choices;
    private final WebhookStore webhooks;
    private final DeliveryStore deliveries;
    private final MailChannel mail;
    private final AuditTrail audit;
    private final TransactionOperations transactions;

    RulePages(
            ChoiceStore choices,
            WebhookStore webhooks,
            DeliveryStore deliveries,
            MailChannel mail,
            AuditTrail audit,
            TransactionOperations transactions) {
        this.choices = choices;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.mail = mail;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** A kind with the roles that can be told of it. */
    public record Line(NoticeKind kind, List<Choice> choices) {}

    /** A role and the boxes ticked for it. */
    public record Choice(Role role, Channels channels) {}

    @GetMapping
    @Allowed(value = Permission.NOTIFICATIONS_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    String show(Model model) {
        return page(choices.rules(), model);
    }

    private String page(NoticeRules rules, Model model) {
        model.addAttribute("version", rules.version());
        model.addAttribute("lines", lines(rules));
        model.addAttribute(
                "personal",
                Arrays.stream(NoticeKind.values()).filter(NoticeKind::personal).toList());
        model.addAttribute("webhooks", webhooks.list());
        model.addAttribute("dead", deliveries.countDead());
        model.addAttribute("waiting", deliveries.waiting());
        model.addAttribute("mailConfigured", mail.configured());
        return "notifications/rules";
    }

    private static List<Line> lines(NoticeRules rules) {
        return Arrays.stream(NoticeKind.values())
                .filter(kind -> !kind.personal())
                .map(kind -> new Line(
                        kind,
                        Arrays.stream(Role.values())
                                .filter(role -> new Cell(kind, role).possible())
                                .map(role -> new Choice(role, rules.of(kind, role)))
                                .toList()))
                .toList();
    }

    /** Takes boxes named {@code kind:role}. */
    @PostMapping
    @Allowed(value = Permission.NOTIFICATIONS_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    String save(
            @RequestParam int version,
            @RequestParam(required = false) @Nullable Set<String> console,
            @RequestParam(name = "mail", required = false) @Nullable Set<String> mailed,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        NoticeRules after = rules(version, console == null ? Set.of() : console, mailed == null ? Set.of() : mailed);
        boolean changed = Objects.requireNonNull(transactions.execute(_ -> {
            NoticeRules before = choices.rules();
            if (!choices.change(after)) {
                return false;
            }
            audit.record(
                    caller,
                    AuditRecord.of(NotificationAction.RULES_CHANGED, OBJECT, "*", null, Set.of())
                            .changed(differing(before, after), differing(after, before)));
            return true;
        }));
        if (!changed) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("stale", true);
            model.addAttribute("typed", lines(after));
            return page(choices.rules(), model);
        }
        flash.addFlashAttribute("saved", true);
        return "redirect:/admin/notifications";
    }

    private static NoticeRules rules(int version, Set<String> console, Set<String> mailed) {
        Map<Cell, Channels> cells = new HashMap<>();
        for (NoticeKind kind : NoticeKind.values()) {
            for (Role role : Role.values()) {
                String box = kind.code() + ":" + role.name();
                cells.put(new Cell(kind, role), new Channels(console.contains(box), mailed.contains(box)));
            }
        }
        return new NoticeRules(cells, version);
    }

    private static Map<String, @Nullable Object> differing(NoticeRules these, NoticeRules others) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        for (NoticeKind kind : NoticeKind.values()) {
            for (Role role : Role.values()) {
                Channels here = these.of(kind, role);
                if (!here.equals(others.of(kind, role))) {
                    facts.put(
                            kind.code() + ":" + role.name(),
                            (here.console() ? "console " : "") + (here.mail() ? "mail" : ""));
                }
            }
        }
        return facts;
    }
}
