package vn.chieng.api.notifications;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.audit.AuditTrail;
import vn.chieng.api.console.Pagination;

/** What could not be delivered, and "send again". */
@Controller
@RequestMapping("/admin/notifications/failures")
final class FailurePages {
    private static final String PAGE_PATH = "/admin/notifications/failures";
    private static final int PAGE = 50;

    private final DeliveryStore deliveries;
    private final AuditTrail audit;
    private final TransactionOperations transactions;
    private final Clock clock;

    FailurePages(DeliveryStore deliveries, AuditTrail audit, TransactionOperations transactions, Clock clock) {
        this.deliveries = deliveries;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    @GetMapping
    @Allowed(value = Permission.NOTIFICATIONS_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    String list(@RequestParam(defaultValue = "1") int page, Model model) {
        int number = Math.max(1, page);
        List<DeadLetter> dead = deliveries.dead((number - 1) * PAGE, PAGE);
        model.addAttribute("dead", dead);
        model.addAttribute("pagination", new Pagination(PAGE_PATH, dead.size(), deliveries.countDead(), PAGE, number));
        return "notifications/failures";
    }

    @PostMapping("/{delivery}/again")
    @Allowed(value = Permission.NOTIFICATIONS_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    String again(@PathVariable long delivery, SignedIn caller, RedirectAttributes flash) {
        int revived = Objects.requireNonNull(transactions.execute(_ -> {
            boolean done = deliveries.revive(delivery, clock.instant());
            return done ? recorded(Long.toString(delivery), 1, caller) : 0;
        }));
        if (revived == 0) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        flash.addFlashAttribute("revived", revived);
        return "redirect:" + PAGE_PATH;
    }

    @PostMapping("/again")
    @Allowed(value = Permission.NOTIFICATIONS_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    String againAll(SignedIn caller, RedirectAttributes flash) {
        flash.addFlashAttribute(
                "revived", transactions.execute(_ -> recorded("*", deliveries.reviveAll(clock.instant()), caller)));
        return "redirect:" + PAGE_PATH;
    }

    private int recorded(String id, int count, SignedIn by) {
        audit.record(
                by,
                AuditRecord.of(NotificationAction.DELIVERIES_REPEATED, "delivery", id, null, Set.of())
                        .changed(Map.of(), Map.of("deliveries", count)));
        return count;
    }
}
