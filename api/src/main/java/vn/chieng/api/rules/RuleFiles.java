package vn.chieng.api.rules;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.audit.AuditTrail;
import vn.chieng.api.console.Csv;

/** The list as a CSV file; each download is an entry of the audit log. */
@Controller
final class RuleFiles {
    private static final int AT_ONCE = 500;

    private final RuleStore store;
    private final RuleListing listing;
    private final MessageSource messages;
    private final AuditTrail audit;
    private final TransactionOperations transactions;
    private final Clock clock;

    RuleFiles(
            RuleStore store,
            RuleListing listing,
            MessageSource messages,
            AuditTrail audit,
            TransactionOperations transactions,
            Clock clock) {
        this.store = store;
        this.listing = listing;
        this.messages = messages;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    @GetMapping("/rules/export.csv")
    @Allowed(Permission.RULES_READ)
    ResponseEntity<StreamingResponseBody> export(
            @ModelAttribute RuleListParameters parameters, SignedIn caller, Locale locale) {
        RuleQuery query = listing.query(parameters);
        transactions.executeWithoutResult(_ -> audit.record(
                caller,
                AuditRecord.of(RuleAction.RULES_EXPORTED, "rules", "*", null, Set.of())
                        .changed(Map.copyOf(parameters.values()), Map.of("rows", store.count(query)))));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, Csv.TYPE)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"rules-" + VietnamDay.of(clock) + ".csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(out -> write(out, query, locale));
    }

    private void write(OutputStream out, RuleQuery query, Locale locale) throws IOException {
        Csv csv = new Csv(
                out,
                columns(
                        locale,
                        "id",
                        "name",
                        "level",
                        "status",
                        "product",
                        "category",
                        "service",
                        "enabled",
                        "effective",
                        "missing",
                        "kind",
                        "origin",
                        "attack",
                        "filters",
                        "events",
                        "candidates",
                        "matches",
                        "cost",
                        "failures",
                        "last-match"));
        for (int offset = 0; ; offset += AT_ONCE) {
            List<ListedRule> some = store.list(query, offset, AT_ONCE);
            for (ListedRule each : some) {
                line(csv, each.rule(), each.totals(), locale);
            }
            csv.flush();
            if (some.size() < AT_ONCE) {
                return;
            }
        }
    }

    private static void line(Csv csv, Rule rule, RuleTotals totals, Locale locale) throws IOException {
        csv.line(
                rule.id(),
                rule.title(locale),
                rule.runningLevel().code(),
                rule.status(),
                rule.logSource().product(),
                rule.logSource().category(),
                rule.logSource().service(),
                rule.enabled(),
                rule.effective(),
                rule.missing().logSource()
                        ? "logsource"
                        : String.join(" ", rule.missing().fields()),
                rule.kind().code(),
                rule.origin(),
                String.join(" ", rule.tags()),
                rule.filters(),
                totals.events(),
                totals.candidates(),
                totals.matches(),
                totals.nanosecondsEach(),
                totals.failures(),
                totals.lastMatch());
    }

    private String[] columns(Locale locale, String... names) {
        return Arrays.stream(names)
                .map(name -> messages.getMessage("rules.column." + name, null, locale))
                .toArray(String[]::new);
    }
}
