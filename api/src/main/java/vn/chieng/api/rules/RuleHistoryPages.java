package vn.chieng.api.rules;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditSubject;
import vn.chieng.api.audit.history.HistoryOf;
import vn.chieng.api.audit.history.HistoryTab;
import vn.chieng.api.console.Crumb;

/** What was done with a rule and its exceptions. */
@Controller
@RequestMapping("/rules/{id}")
final class RuleHistoryPages {
    private final RuleStore rules;
    private final MessageSource messages;
    private final HistoryTab tab;

    RuleHistoryPages(RuleStore rules, MessageSource messages, HistoryTab tab) {
        this.rules = rules;
        this.messages = messages;
        this.tab = tab;
    }

    @GetMapping("/history")
    @Allowed(Permission.RULES_READ)
    String history(@PathVariable String id, Model model, Locale locale) {
        return tab.page(of(id, locale), model, locale);
    }

    @GetMapping("/history.csv")
    @Allowed(Permission.RULES_READ)
    ResponseEntity<StreamingResponseBody> export(
            @PathVariable String id,
            @RequestParam(defaultValue = "semicolon") String separator,
            SignedIn caller,
            Locale locale) {
        return tab.table(of(id, locale), separator, caller, locale);
    }

    private HistoryOf of(String id, Locale locale) {
        Rule rule = rules.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        String path = "/rules/" + id;
        return new HistoryOf(
                path,
                rule.title(locale),
                List.of(
                        new Crumb("/rules", messages.getMessage("rules.title", null, locale)),
                        new Crumb(path, rule.title(locale))),
                new AuditSubject("rule", id),
                List.of(),
                Set.of());
    }
}
