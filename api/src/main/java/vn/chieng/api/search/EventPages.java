package vn.chieng.api.search;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
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
import vn.chieng.api.console.Crumb;
import vn.chieng.api.query.Completion;

/** One event: all its fields, the raw line, where it left traces. */
@Controller
final class EventPages {
    private final EventStore store;
    private final EventFields fields;
    private final List<EventTrace> traces;
    private final MessageSource messages;

    EventPages(EventStore store, EventFields fields, List<EventTrace> traces, MessageSource messages) {
        this.store = store;
        this.fields = fields;
        this.traces = List.copyOf(traces);
        this.messages = messages;
    }

    /**
     * A field with its values.
     *
     * @param known whether it can be searched by
     */
    record Line(String field, List<Value> values, boolean known, boolean countable) {}

    /** A value with the condition that finds it again. */
    record Value(String text, String condition) {}

    @GetMapping("/logs/event")
    @Allowed(value = Permission.EVENTS_READ, scope = Allowed.ScopeRule.QUERY)
    String event(
            @RequestParam String index,
            @RequestParam String id,
            @ModelAttribute SearchParameters parameters,
            SignedIn caller,
            Model model,
            HttpServletResponse response) {
        String title = messages.getMessage("search.event", null, LocaleContextHolder.getLocale());
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(
                                parameters.address(),
                                messages.getMessage("search.title", null, LocaleContextHolder.getLocale())),
                        new Crumb("/logs/event", title)));
        model.addAttribute("values", parameters.values());
        model.addAttribute("mayWork", caller.may(Permission.INCIDENTS_WORK));
        model.addAttribute("mayExplain", caller.may(Permission.RULES_READ));
        try {
            FoundEvent event = store.find(index, id, caller.scope())
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
            model.addAttribute("event", event);
            model.addAttribute("lines", lines(event));
            model.addAttribute(
                    "traces",
                    traces.stream()
                            .flatMap(each -> each.of(event.id(), caller).stream())
                            .toList());
        } catch (EventStoreAwayException e) {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            model.addAttribute("away", e.code());
        }
        return "search/event";
    }

    private List<Line> lines(FoundEvent event) {
        return event.values().entrySet().stream().map(this::line).toList();
    }

    private Line line(Map.Entry<String, List<String>> entry) {
        String field = entry.getKey();
        return new Line(
                field,
                entry.getValue().stream()
                        .map(text -> new Value(text, field + ":" + Completion.quotedWhereNeeded(text)))
                        .toList(),
                fields.all().find(field).isPresent(),
                fields.countable(field));
    }
}
