package vn.chieng.api.dossiers;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.dossiers.workflow.RunningClock;
import vn.chieng.api.organizations.NamedOrganizations;
import vn.chieng.api.query.Completion;
import vn.chieng.api.query.ParsedQuery;
import vn.chieng.api.query.Query;
import vn.chieng.api.query.QueryField;
import vn.chieng.api.query.QueryParser;
import vn.chieng.api.systems.SystemQuery;
import vn.chieng.api.systems.SystemRegister;

/** What lists of dossiers are asked for, and what could be typed next. */
@Component
class DossierListing {
    /** Open dossiers whose time limits are looked at for one query. */
    private static final int MOST_OPEN = 2_000;

    private final DossierStore store;
    private final DossierContext context;
    private final SystemRegister systems;
    private final NamedOrganizations organizations;

    DossierListing(
            DossierStore store, DossierContext context, SystemRegister systems, NamedOrganizations organizations) {
        this.store = store;
        this.context = context;
        this.systems = systems;
        this.organizations = organizations;
    }

    /** What was typed into the search box, read. */
    ParsedQuery parsed(DossierListParameters parameters) {
        return QueryParser.parse(parameters.text(), DossierListFields.ALL, context.now());
    }

    DossierStore.Query query(DossierListParameters parameters, Query asked, SignedIn caller) {
        boolean limits = Query.asks(asked, DossierListFields.DUE) || Query.asks(asked, DossierListFields.LATE);
        return new DossierStore.Query(
                asked,
                parameters.states(),
                parameters.levels(),
                caller.accountId(),
                limits ? limits(caller.scope()) : Map.of());
    }

    /** By dossier, when the time limit ends that ends first of those that run, and whether it has. */
    private Map<UUID, DossierStore.Limit> limits(Scope scope) {
        Map<UUID, DossierStore.Limit> limits = new HashMap<>();
        for (Dossier dossier : store.list(DossierStore.Query.OPEN, scope, 0, MOST_OPEN)) {
            next(dossier)
                    .ifPresent(clock -> limits.put(
                            dossier.id(),
                            new DossierStore.Limit(clock.day().orElseThrow(), clock.late(context.now()))));
        }
        return limits;
    }

    /** The time limit that ends first of those that run. */
    Optional<RunningClock> next(Dossier dossier) {
        return dossier.state().open()
                ? context.clocks(dossier).stream()
                        .filter(clock -> clock.standing() == RunningClock.Standing.RUNNING)
                        .filter(clock -> clock.day().isPresent())
                        .min(Comparator.comparing(clock -> clock.day().orElseThrow()))
                : Optional.empty();
    }

    /** What could be typed next. */
    Completion completion(String typed, int caret, SignedIn caller, Locale locale) {
        return Completion.of(
                typed, caret, DossierListFields.ALL, (field, begun) -> offered(field, begun, caller, locale));
    }

    private List<String> offered(QueryField field, String begun, SignedIn caller, Locale locale) {
        return switch (field.name()) {
            case "organization", "operator" -> organizations.offered(begun, caller.scope(), locale);
            case "system" ->
                Completion.matching(
                        systems.list(SystemQuery.ALL, caller.scope()).stream()
                                .flatMap(each -> Stream.of(each.code(), each.name())),
                        begun);
            case "number" -> Completion.matching(listed(caller).map(Dossier::number), begun);
            case "pack" ->
                Completion.matching(
                        listed(caller).map(each -> each.course().pack().toString()), begun);
            case "label" -> Completion.matching(listed(caller).map(Dossier::label), begun);
            default -> List.of();
        };
    }

    private Stream<Dossier> listed(SignedIn caller) {
        return store.list(DossierStore.Query.ALL, caller.scope(), 0, MOST_OPEN).stream();
    }
}
