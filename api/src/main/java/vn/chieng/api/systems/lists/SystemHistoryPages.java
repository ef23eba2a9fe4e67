package vn.chieng.api.systems.lists;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
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
import vn.chieng.api.systems.RegisteredSystem;
import vn.chieng.api.systems.SystemModel;

/** What was done with a system, its addresses, links, level and operation. */
@Controller
@RequestMapping("/systems/{id}")
final class SystemHistoryPages {
    private final SystemModel systems;
    private final MessageSource messages;
    private final HistoryTab tab;

    SystemHistoryPages(SystemModel systems, MessageSource messages, HistoryTab tab) {
        this.systems = systems;
        this.messages = messages;
        this.tab = tab;
    }

    @GetMapping("/history")
    @Allowed(value = Permission.SYSTEMS_READ, scope = Allowed.ScopeRule.QUERY)
    String history(@PathVariable UUID id, SignedIn caller, Model model, Locale locale) {
        return tab.page(of(id, caller, locale), model, locale);
    }

    @GetMapping("/history.csv")
    @Allowed(value = Permission.SYSTEMS_READ, scope = Allowed.ScopeRule.QUERY)
    ResponseEntity<StreamingResponseBody> export(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "semicolon") String separator,
            SignedIn caller,
            Locale locale) {
        return tab.table(of(id, caller, locale), separator, caller, locale);
    }

    private HistoryOf of(UUID id, SignedIn caller, Locale locale) {
        RegisteredSystem system = systems.known(id, caller);
        String path = "/systems/" + id;
        return new HistoryOf(
                path,
                system.code() + " " + system.name(),
                List.of(
                        new Crumb("/systems", messages.getMessage("systems.title", null, locale)),
                        new Crumb(path, system.name())),
                new AuditSubject("system", id.toString()),
                List.of(),
                Set.copyOf(system.organizationIds()));
    }
}
