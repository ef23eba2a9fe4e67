package vn.chieng.api.search;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.console.QueryWords;
import vn.chieng.api.organizations.OrganizationDirectory;
import vn.chieng.api.problems.ProblemType;
import vn.chieng.api.problems.Problems;
import vn.chieng.api.query.Completion;
import vn.chieng.api.query.ParsedQuery;
import vn.chieng.api.query.QueryField;
import vn.chieng.api.query.QueryParser;
import vn.chieng.api.vietnamese.SearchText;

/** Events as JSON: {@code docs/formats/rest.md}. */
@RestController
@RequestMapping("/api/v1/events")
final class SearchController {
    private static final int MOST = 12;

    private final EventStore store;
    private final EventFields fields;
    private final QueryWords words;
    private final OrganizationDirectory organizations;
    private final Problems problems;
    private final Clock clock;

    SearchController(
            EventStore store,
            EventFields fields,
            QueryWords words,
            OrganizationDirectory organizations,
            Problems problems,
            Clock clock) {
        this.store = store;
        this.fields = fields;
        this.words = words;
        this.organizations = organizations;
        this.problems = problems;
        this.clock = clock;
    }

    /** A found event with its fields. */
    record Item(String index, String id, Map<String, @Nullable Object> fields) {}

    /** What a search found; {@code counted} tells whether the total is exact. */
    record Found(
            List<Item> items,
            long total,
            boolean counted,
            boolean whole,
            Instant from,
            Instant before,
            List<EventPage.Bucket> histogram,
            EventPage.@Nullable FieldStatistics statistics,
            @Nullable String next) {}

    @GetMapping("/search")
    @Allowed(value = Permission.EVENTS_READ, scope = Allowed.ScopeRule.QUERY)
    ResponseEntity<?> search(@ModelAttribute SearchParameters parameters, SignedIn caller) {
        if (parameters.parsed(fields.all(), clock) instanceof ParsedQuery.Wrong(var problem)) {
            return words.refused(problem);
        }
        String field = parameters.field();
        if (field != null && !field.isBlank() && !fields.countable(field)) {
            return problems.response(ProblemType.BAD_REQUEST, "field");
        }
        try {
            EventQuery query = parameters.query(fields.all(), clock);
            EventPage page = store.page(query, caller.scope());
            boolean more = page.items().size() == query.size();
            return ResponseEntity.ok(new Found(
                    page.items().stream()
                            .map(each -> new Item(
                                    each.index(), each.id(), each.event().fields()))
                            .toList(),
                    page.total(),
                    page.total() < EventPage.COUNTED,
                    page.whole(),
                    query.from(),
                    query.before(),
                    page.histogram(),
                    field == null || field.isBlank() ? null : store.statistics(query, field, caller.scope()),
                    more ? FoundEvent.encoded(page.items().getLast().sort()) : null));
        } catch (IllegalArgumentException e) {
            return problems.response(ProblemType.BAD_REQUEST, String.valueOf(e.getMessage()));
        } catch (EventStoreAwayException e) {
            return problems.response(ProblemType.UNAVAILABLE);
        }
    }

    @GetMapping("/completions")
    @Allowed(value = Permission.EVENTS_READ, scope = Allowed.ScopeRule.QUERY)
    Completion complete(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int caret,
            SignedIn caller,
            Locale locale) {
        String text = q.length() > QueryParser.MOST_CHARACTERS ? "" : q;
        return Completion.of(text, caret, fields.all(), (field, begun) -> values(field, begun, caller, locale));
    }

    private List<String> values(QueryField field, String begun, SignedIn caller, Locale locale) {
        return switch (field.name()) {
            case "organization.id" ->
                organizations.within(caller.scope()).stream()
                        .filter(each -> each.id().startsWith(begun)
                                || SearchText.kept(each.name(locale)).contains(SearchText.word(begun)))
                        .map(each -> each.id())
                        .limit(MOST)
                        .toList();
            case "event.outcome" -> List.of("success", "failure", "unknown");
            case "event.category" ->
                List.of("authentication", "process", "network", "file", "web", "malware", "intrusion_detection");
            default -> List.of();
        };
    }
}
