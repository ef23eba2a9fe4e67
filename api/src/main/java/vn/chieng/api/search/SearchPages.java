package vn.chieng.api.search;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.console.QueryBox;
import vn.chieng.api.query.ParsedQuery;
import vn.chieng.api.query.Spans;
import vn.chieng.api.query.ValueFilter;
import vn.chieng.api.views.SavedView;
import vn.chieng.api.views.SavedViews;
import vn.chieng.api.views.ViewArea;

/** The search in events. */
@Controller
final class SearchPages {
    private final EventStore store;
    private final EventFields fields;
    private final SearchWords words;
    private final SavedViews views;
    private final DiscoverLink discover;
    private final SearchSettings settings;
    private final Clock clock;

    SearchPages(
            EventStore store,
            EventFields fields,
            SearchWords words,
            SavedViews views,
            DiscoverLink discover,
            SearchSettings settings,
            Clock clock) {
        this.store = store;
        this.fields = fields;
        this.words = words;
        this.views = views;
        this.discover = discover;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/logs")
    @Allowed(value = Permission.EVENTS_READ, scope = Allowed.ScopeRule.QUERY)
    String list(
            @ModelAttribute SearchParameters parameters, SignedIn caller, Model model, HttpServletResponse response) {
        String elsewhere = remembered(parameters, caller);
        if (elsewhere != null) {
            return "redirect:" + elsewhere;
        }
        ParsedQuery parsed = parameters.parsed(fields.all(), clock);
        fillForm(parameters, parsed, caller, model);
        if (parsed instanceof ParsedQuery.Wrong) {
            return "search/list";
        }
        EventQuery query = query(parameters);
        model.addAttribute("discover", discover.to(query, caller.scope()).orElse(null));
        model.addAttribute("range", query);
        model.addAttribute("link", parameters.link(query));
        try {
            fillPage(query, parameters, caller, model);
        } catch (EventStoreAwayException e) {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            model.addAttribute("away", e.code());
        }
        return "search/list";
    }

    private void fillPage(EventQuery query, SearchParameters parameters, SignedIn caller, Model model)
            throws EventStoreAwayException {
        EventPage page = store.page(query, caller.scope());
        model.addAttribute("page", page);
        model.addAttribute("uncounted", page.total() >= EventPage.COUNTED);
        model.addAttribute("histogram", Histogram.of(page, parameters));
        List<FoundEvent> items = page.items();
        boolean more = items.size() == query.size();
        model.addAttribute(
                "nextPage",
                more ? parameters.page(FoundEvent.encoded(items.getLast().sort())) : null);
        String field = parameters.field();
        if (field != null && !field.isBlank()) {
            if (!fields.countable(field)) {
                model.addAttribute("fieldProblem", field);
            } else {
                model.addAttribute("statistics", store.statistics(query, field, caller.scope()));
            }
        }
    }

    private EventQuery query(SearchParameters parameters) {
        try {
            return parameters.query(fields.all(), clock);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()), e);
        }
    }

    private void fillForm(SearchParameters parameters, ParsedQuery parsed, SignedIn caller, Model model) {
        try {
            model.addAttribute("columns", parameters.chosenColumns(fields.all()));
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "columns", e);
        }
        model.addAttribute("values", parameters.values());
        model.addAttribute("self", parameters.address());
        model.addAttribute("chips", words.chips(parameters, parsed));
        model.addAttribute("sinceChoices", Spans.OFFERED);
        model.addAttribute("usualSince", SearchParameters.USUAL_SPAN);
        model.addAttribute("box", QueryBox.of(parameters.q(), parsed, fields.all(), "/api/v1/events/completions"));
        model.addAttribute(
                "countable",
                fields.all().all().stream()
                        .filter(field -> fields.countable(field.name()))
                        .toList());
        model.addAttribute("exportAction", parameters.asked().at("/logs/export.csv"));
        model.addAttribute("exportMost", settings.exportMost());
        List<SavedView> visible = views.visible(ViewArea.EVENTS, caller);
        model.addAttribute("views", visible);
        model.addAttribute(
                "view",
                visible.stream()
                        .filter(each -> each.id().toString().equals(parameters.view()))
                        .findFirst()
                        .orElse(null));
        model.addAttribute("me", caller.accountId());
    }

    private @Nullable String remembered(SearchParameters parameters, SignedIn caller) {
        if (parameters.isBare()) {
            return views.last(ViewArea.EVENTS, caller).map(SavedView::link).orElse(null);
        }
        String view = parameters.view();
        if (view == null) {
            return null;
        }
        if (view.equals("none")) {
            views.opened(ViewArea.EVENTS, null, caller);
            return "/logs";
        }
        SavedView known;
        try {
            known = views.find(UUID.fromString(view), caller)
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "view"));
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "view", e);
        }
        views.opened(ViewArea.EVENTS, known, caller);
        boolean onlyNamed = parameters.values().keySet().equals(Set.of("view"))
                && !known.address().isEmpty();
        return onlyNamed ? known.link() : null;
    }

    /** What a value's menu leads to: the search with the value included, excluded, or alone. */
    @GetMapping("/logs/refine")
    @Allowed(Permission.EVENTS_READ)
    String refine(
            @ModelAttribute SearchParameters parameters,
            @RequestParam(defaultValue = "") String include,
            @RequestParam(defaultValue = "") String exclude,
            @RequestParam(defaultValue = "") String only) {
        return "redirect:" + parameters.with("q", ValueFilter.refined(parameters.q(), include, exclude, only));
    }
}
