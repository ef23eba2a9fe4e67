package vn.chieng.api.incidents.queue;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.console.AddressParameters;
import vn.chieng.api.console.QueryBox;
import vn.chieng.api.incidents.IncidentStore;
import vn.chieng.api.incidents.QueueTile;
import vn.chieng.api.incidents.Reader;
import vn.chieng.api.incidents.Severity;
import vn.chieng.api.organizations.OrganizationDirectory;
import vn.chieng.api.query.ParsedQuery;
import vn.chieng.api.query.QueryProblem;
import vn.chieng.api.query.Spans;
import vn.chieng.api.query.ValueFilter;
import vn.chieng.api.views.SavedView;
import vn.chieng.api.views.SavedViews;
import vn.chieng.api.views.ViewArea;

/** Puts into the model what the queue page shows. */
@Component
public final class QueueModel {
    private static final Queue NOTHING = new Queue(new IncidentPage(List.of(), 0, null), noCounts());

    private final IncidentStore store;
    private final IncidentQueue queue;
    private final QueueRows rows;
    private final QueueWords words;
    private final SavedViews views;
    private final List<QueueTile> tiles;
    private final OrganizationDirectory organizations;
    private final Clock clock;

    QueueModel(
            IncidentStore store,
            IncidentQueue queue,
            QueueRows rows,
            QueueWords words,
            SavedViews views,
            List<QueueTile> tiles,
            OrganizationDirectory organizations,
            Clock clock) {
        this.store = store;
        this.queue = queue;
        this.rows = rows;
        this.words = words;
        this.views = views;
        this.tiles = List.copyOf(tiles);
        this.organizations = organizations;
        this.clock = clock;
    }

    /** What is asked for; refuses with 400 what no form sends. */
    public IncidentQuery query(ListParameters parameters, SignedIn caller) {
        try {
            return parameters.query(clock, organizations::subtree, caller.accountId());
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()), e);
        }
    }

    /** The whole page, or where {@code rowsOnly} holds what a change of the rows touches. */
    public void fill(ListParameters parameters, SignedIn caller, Model model, boolean rowsOnly) {
        ParsedQuery parsed = parameters.parsed(clock);
        QueryProblem problem = parsed instanceof ParsedQuery.Wrong(QueryProblem wrong) ? wrong : null;
        boolean mayWork = caller.may(Permission.INCIDENTS_WORK) && !parameters.onWall();
        model.addAttribute("mayWork", mayWork);
        model.addAttribute("self", parameters.address());
        model.addAttribute("asked", parameters.values());
        model.addAttribute("wall", parameters.onWall());
        model.addAttribute(
                "box", QueryBox.of(parameters.q(), parsed, IncidentFields.ALL, "/api/v1/incidents/completions"));
        fillList(parameters, problem, caller, model);
        if (!rowsOnly) {
            fillForm(parameters, parsed, caller, model);
        }
    }

    private void fillList(ListParameters parameters, @Nullable QueryProblem problem, SignedIn caller, Model model) {
        Reader reader = Reader.of(caller);
        Set<QueueColumn> columns = columns(parameters);
        Queue list = problem == null
                ? queue.open(query(parameters, caller), reader)
                : new Queue(NOTHING.page(), store.openCounts(caller.scope()));
        IncidentPage page = list.page();
        model.addAttribute("page", page);
        model.addAttribute("counts", list.open());
        model.addAttribute(
                "moreTiles",
                tiles.stream()
                        .map(tile -> new TileCount(
                                tile.key(), tile.path(), tile.count().of(caller.scope())))
                        .toList());
        model.addAttribute("columns", columns);
        model.addAttribute("rows", rows.of(page.items(), caller.scope(), columns, LocaleContextHolder.getLocale()));
        model.addAttribute("nextPage", page.next() == null ? null : parameters.page(page.next()));
        model.addAttribute("further", parameters.after() != null);
        QueueGrouping grouping = grouping(parameters);
        model.addAttribute("grouping", grouping);
        if (grouping != null && problem == null) {
            model.addAttribute(
                    "groups",
                    queue.groups(query(parameters, caller), grouping, reader).stream()
                            .map(group -> new GroupRow(group, opened(parameters, grouping, group.key())))
                            .toList());
        }
    }

    /** A tile with its number. */
    record TileCount(String key, String path, long count) {}

    /** A group with the parameters of the list of its incidents. */
    record GroupRow(IncidentQueue.Group group, Map<String, String> opened) {
        public String link() {
            return new AddressParameters(opened).at("/incidents");
        }
    }

    private static Map<String, String> opened(ListParameters parameters, QueueGrouping grouping, String key) {
        return parameters
                .asked()
                .without("group", "view")
                .with("q", ValueFilter.refined(parameters.q(), grouping.condition(key), "", ""))
                .values();
    }

    private void fillForm(ListParameters parameters, ParsedQuery parsed, SignedIn caller, Model model) {
        model.addAttribute("parameters", parameters);
        model.addAttribute("values", parameters.values());
        model.addAttribute("chips", words.chips(parameters, parsed));
        model.addAttribute("link", parameters.link(clock.instant()));
        model.addAttribute("stream", parameters.asked().at("/incidents/stream"));
        model.addAttribute(
                "logSearch",
                caller.may(Permission.EVENTS_READ) && parsed instanceof ParsedQuery.Understood(var query, var _)
                        ? LogSearch.address(parameters, query)
                        : null);
        model.addAttribute("exportAction", parameters.asked().at("/incidents/export.csv"));
        model.addAttribute("stateChoices", ListParameters.STATES);
        model.addAttribute("severityChoices", Severity.values());
        model.addAttribute("sinceChoices", Spans.OFFERED);
        model.addAttribute("sortChoices", ListParameters.SORTS);
        model.addAttribute("groupChoices", QueueGrouping.values());
        model.addAttribute("columnChoices", QueueColumn.values());
        model.addAttribute("organizationChoices", words.bodies(organizations.within(caller.scope())));
        List<SavedView> visible = views.visible(ViewArea.INCIDENTS, caller);
        model.addAttribute("views", visible);
        model.addAttribute(
                "view",
                visible.stream()
                        .filter(each -> each.id().toString().equals(parameters.view()))
                        .findFirst()
                        .orElse(null));
        model.addAttribute("me", caller.accountId());
    }

    private static Set<QueueColumn> columns(ListParameters parameters) {
        try {
            return parameters.chosenColumns();
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "columns", e);
        }
    }

    private static @Nullable QueueGrouping grouping(ListParameters parameters) {
        try {
            return parameters.grouping();
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "group", e);
        }
    }

    private static Map<Severity, Long> noCounts() {
        Map<Severity, Long> counts = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            counts.put(severity, 0L);
        }
        return counts;
    }
}
