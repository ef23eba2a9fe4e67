package vn.chieng.api.identity.reviews;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditTrail;
import vn.chieng.api.console.Csv;
import vn.chieng.api.console.Times;
import vn.chieng.api.identity.Days;
import vn.chieng.api.identity.IdentityAction;
import vn.chieng.api.identity.OrganizationChoices;

/** An access review as a CSV file: who held what, what was decided, by whom and why. */
@Controller
final class ReviewFiles {
    private static final int AT_ONCE = 500;

    private final ReviewStore store;
    private final OrganizationChoices organizations;
    private final MessageSource messages;
    private final Times times;
    private final AuditTrail audit;
    private final TransactionOperations transactions;

    ReviewFiles(
            ReviewStore store,
            OrganizationChoices organizations,
            MessageSource messages,
            Times times,
            AuditTrail audit,
            TransactionOperations transactions) {
        this.store = store;
        this.organizations = organizations;
        this.messages = messages;
        this.times = times;
        this.audit = audit;
        this.transactions = transactions;
    }

    @GetMapping("/admin/reviews/{id}/export")
    @Allowed(value = Permission.ACCESS_REVIEW, scope = Allowed.ScopeRule.QUERY)
    ResponseEntity<StreamingResponseBody> export(@PathVariable long id, SignedIn caller, Locale locale) {
        Review review =
                store.find(id, caller.scope()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        transactions.executeWithoutResult(_ -> audit.record(
                caller,
                AccessReviews.record(IdentityAction.REVIEW_EXPORTED, id, review.organizationId())
                        .changed(Map.of(), Map.of("rows", review.items()))));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, Csv.TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"access-review-" + id + ".csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(out -> write(out, id, caller.scope(), locale));
    }

    private void write(OutputStream out, long id, Scope scope, Locale locale) throws IOException {
        Csv csv = new Csv(
                out,
                Stream.of(
                                "display-name",
                                "name",
                                "role",
                                "organization",
                                "granted",
                                "last-day",
                                "outcome",
                                "reason",
                                "decided",
                                "decided-by")
                        .map(name -> text("identity.column." + name, locale))
                        .toArray(String[]::new));
        for (int offset = 0; ; offset += AT_ONCE) {
            List<ReviewItem> some = store.items(id, ReviewStore.Which.ALL, scope, offset, AT_ONCE);
            for (ReviewItem item : some) {
                csv.line(
                        item.displayName(),
                        item.accountName(),
                        text("console.role." + item.role(), locale),
                        organizations.name(item.organizationId(), locale),
                        times.brief(item.grantedAt()),
                        Days.text(item.lastDay()),
                        text("identity.outcome." + (item.outcome() == null ? "OPEN" : item.outcome()), locale),
                        reason(item.reason(), locale),
                        item.decidedAt() == null ? null : times.brief(item.decidedAt()),
                        item.decidedByName());
            }
            csv.flush();
            if (some.size() < AT_ONCE) {
                return;
            }
        }
    }

    private @Nullable String reason(@Nullable String reason, Locale locale) {
        return ReviewCalendar.OVERDUE.equals(reason) ? text("identity.reason.overdue", locale) : reason;
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
