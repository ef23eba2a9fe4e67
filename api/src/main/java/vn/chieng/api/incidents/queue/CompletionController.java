package vn.chieng.api.incidents.queue;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.incidents.Handler;
import vn.chieng.api.incidents.Handlers;
import vn.chieng.api.incidents.Reader;
import vn.chieng.api.organizations.NamedOrganizations;
import vn.chieng.api.query.Completion;
import vn.chieng.api.query.QueryField;
import vn.chieng.api.systems.SystemQuery;
import vn.chieng.api.systems.SystemRegister;

/** What could be typed next into the search box of the queue. */
@RestController
final class CompletionController {
    private static final int MOST = 12;

    private final NamedOrganizations organizations;
    private final SystemRegister systems;
    private final Handlers handlers;
    private final IncidentQueue queue;

    CompletionController(
            NamedOrganizations organizations, SystemRegister systems, Handlers handlers, IncidentQueue queue) {
        this.organizations = organizations;
        this.systems = systems;
        this.handlers = handlers;
        this.queue = queue;
    }

    @GetMapping("/api/v1/incidents/completions")
    @Allowed(value = Permission.INCIDENTS_READ, scope = Allowed.ScopeRule.QUERY)
    Completion complete(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int caret,
            SignedIn caller,
            Locale locale) {
        return Completion.of(q, caret, IncidentFields.ALL, (field, begun) -> values(field, begun, caller, locale));
    }

    private List<String> values(QueryField field, String begun, SignedIn caller, Locale locale) {
        return switch (field.name()) {
            case "organization" -> organizations.offered(begun, caller.scope(), locale);
            case "system" ->
                Completion.matching(
                        systems.list(SystemQuery.ALL, caller.scope()).stream()
                                .flatMap(each ->
                                        Stream.of(each.code(), each.card().name())),
                        begun);
            case "assignee" ->
                Completion.matching(
                        Stream.concat(
                                Stream.of(IncidentFields.ME, IncidentFields.NONE),
                                caller.may(Permission.INCIDENTS_WORK)
                                        ? handlers.all().stream().map(Handler::displayName)
                                        : Stream.empty()),
                        begun);
            case "label" -> queue.labelsLike(begun, Reader.of(caller), MOST);
            default -> List.of();
        };
    }
}
