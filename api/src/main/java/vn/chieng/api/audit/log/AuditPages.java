package vn.chieng.api.audit.log;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditEntry;
import vn.chieng.api.console.Crumb;
import vn.chieng.api.console.FieldProblem;

/** The log as a list, an entry's page, and the list as a table. */
@Controller
final class AuditPages {
    private final AuditSearch search;
    private final AuditExports exports;
    private final MessageSource messages;

    AuditPages(AuditSearch search, AuditExports exports, MessageSource messages) {
        this.search = search;
        this.exports = exports;
        this.messages = messages;
    }

    @GetMapping("/audit")
    @Allowed(value = Permission.AUDIT_READ, scope = Allowed.ScopeRule.QUERY)
    String list(
            @ModelAttribute AuditParameters parameters, SignedIn caller, Model model, HttpServletResponse response) {
        try {
            AuditQuery query = parameters.query();
            AuditList found = search.list(query, caller.scope());
            model.addAttribute("page", found);
            model.addAttribute("nextPage", found.next() == null ? null : parameters.behind(found.next()));
            model.addAttribute("further", query.after() != null);
            model.addAttribute("conditions", parameters.conditions());
            model.addAttribute("csv", parameters.address("/audit/export.csv", ""));
        } catch (IllegalArgumentException e) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            String field = String.valueOf(e.getMessage());
            model.addAttribute("problems", List.of(new FieldProblem(field, message("audit.wrong." + field))));
        }
        model.addAttribute("self", parameters.address("/audit", ""));
        model.addAttribute("values", parameters.values());
        model.addAttribute("roles", Role.values());
        model.addAttribute("actions", search.actions());
        model.addAttribute("types", search.objectTypes());
        return "audit/list";
    }

    @GetMapping("/audit/export.csv")
    @Allowed(value = Permission.AUDIT_READ, scope = Allowed.ScopeRule.QUERY)
    void export(@ModelAttribute AuditParameters parameters, SignedIn caller, HttpServletResponse response)
            throws IOException {
        try {
            parameters.query();
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()), e);
        }
        exports.list(parameters, caller, locale(), response);
    }

    @GetMapping("/audit/{number}")
    @Allowed(value = Permission.AUDIT_READ, scope = Allowed.ScopeRule.QUERY)
    String entry(@PathVariable long number, SignedIn caller, Model model) {
        AuditEntry entry = search.find(number, caller.scope())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        String title = messages.getMessage("audit.entry.title", new Object[] {entry.number()}, locale());
        model.addAttribute("entry", entry);
        model.addAttribute("title", title);
        model.addAttribute(
                "crumbs",
                List.of(new Crumb("/audit", message("audit.title")), new Crumb("/audit/" + entry.number(), title)));
        return "audit/entry";
    }

    private String message(String key) {
        return messages.getMessage(key, null, locale());
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
