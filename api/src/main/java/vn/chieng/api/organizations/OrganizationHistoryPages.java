package vn.chieng.api.organizations;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditSubject;
import vn.chieng.api.audit.history.HistoryOf;
import vn.chieng.api.audit.history.HistoryTab;
import vn.chieng.api.console.Crumb;

/** What was done with a body of the register, its contacts and the unit appointed for it. */
@Controller
@RequestMapping("/admin/organizations/{id}")
final class OrganizationHistoryPages {
    private final DetailModel details;
    private final ContactStore contacts;
    private final MessageSource messages;
    private final HistoryTab tab;

    OrganizationHistoryPages(DetailModel details, ContactStore contacts, MessageSource messages, HistoryTab tab) {
        this.details = details;
        this.contacts = contacts;
        this.messages = messages;
        this.tab = tab;
    }

    @GetMapping("/history")
    @Allowed(value = Permission.ORGANIZATIONS_READ, scope = Allowed.ScopeRule.QUERY)
    String history(@PathVariable String id, SignedIn caller, Model model, Locale locale) {
        return tab.page(of(id, caller, locale), model, locale);
    }

    @GetMapping("/history.csv")
    @Allowed(value = Permission.ORGANIZATIONS_READ, scope = Allowed.ScopeRule.QUERY)
    ResponseEntity<StreamingResponseBody> export(
            @PathVariable String id,
            @RequestParam(defaultValue = "semicolon") String separator,
            SignedIn caller,
            Locale locale) {
        return tab.table(of(id, caller, locale), separator, caller, locale);
    }

    private HistoryOf of(String id, SignedIn caller, Locale locale) {
        Organization organization = details.known(id, caller).organization();
        String path = "/admin/organizations/" + id;
        List<AuditSubject> parts = Stream.concat(
                        Stream.of(new AuditSubject("specialised-unit", id)),
                        contacts.of(id, caller.scope()).stream()
                                .map(contact -> new AuditSubject("organization-contact", String.valueOf(contact.id()))))
                .toList();
        return new HistoryOf(
                path,
                organization.name(locale),
                List.of(
                        new Crumb("/admin/organizations", messages.getMessage("organizations.title", null, locale)),
                        new Crumb(path, organization.name(locale))),
                new AuditSubject("organization", id),
                parts,
                Set.of(id));
    }
}
