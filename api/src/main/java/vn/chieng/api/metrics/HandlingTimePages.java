package vn.chieng.api.metrics;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.incidents.times.GroupTimes;
import vn.chieng.api.incidents.times.Grouping;
import vn.chieng.api.incidents.times.HandlingTimes;
import vn.chieng.api.incidents.times.Lapse;
import vn.chieng.api.incidents.times.Span;

/** How long incidents take, with the definitions, and the incidents behind each figure. */
@Controller
@RequestMapping("/handling-times")
final class HandlingTimePages {
    private static final int MOST_LISTED = 200;
    private static final List<Grouping> TABLES = List.of(Grouping.SEVERITY, Grouping.ORGANIZATION, Grouping.RULE);

    private final HandlingTimes times;
    private final Clock clock;

    HandlingTimePages(HandlingTimes times, Clock clock) {
        this.times = times;
        this.clock = clock;
    }

    /** A table of groups. */
    public record Table(Grouping grouping, List<GroupTimes> groups) {}

    @GetMapping
    @Allowed(value = Permission.INCIDENTS_COUNT, scope = Allowed.ScopeRule.QUERY)
    String times(@ModelAttribute("asked") SpanParameters asked, SignedIn caller, Model model) {
        Span span = span(asked);
        fill(asked, span, caller, model);
        List<GroupTimes> all = times.figures(span, Grouping.ALL, caller.scope());
        List<GroupTimes> before = times.figures(span.before(), Grouping.ALL, caller.scope());
        model.addAttribute("all", all.isEmpty() ? null : all.getFirst());
        model.addAttribute("before", before.isEmpty() ? null : before.getFirst());
        model.addAttribute(
                "tables",
                TABLES.stream()
                        .map(grouping -> new Table(grouping, times.figures(span, grouping, caller.scope())))
                        .toList());
        return "metrics/times";
    }

    @GetMapping("/incidents")
    @Allowed(value = Permission.INCIDENTS_READ, scope = Allowed.ScopeRule.QUERY)
    String behind(
            @ModelAttribute("asked") SpanParameters asked,
            @RequestParam(defaultValue = "resolve") String lapse,
            @RequestParam(defaultValue = "all") String by,
            @RequestParam(required = false) @Nullable String key,
            SignedIn caller,
            Model model) {
        Span span = span(asked);
        Lapse chosen = Lapse.of(lapse).orElseThrow(HandlingTimePages::misspelt);
        Grouping grouping = Grouping.of(by).orElseThrow(HandlingTimePages::misspelt);
        fill(asked, span, caller, model);
        model.addAttribute("lapse", chosen);
        model.addAttribute("grouping", grouping);
        model.addAttribute("key", key);
        model.addAttribute(
                "measured",
                times.behind(
                        chosen, span, grouping, grouping == Grouping.ALL ? null : key, caller.scope(), MOST_LISTED));
        model.addAttribute("most", MOST_LISTED);
        return "metrics/behind";
    }

    private Span span(SpanParameters asked) {
        try {
            return asked.span(clock.instant());
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, e.getMessage(), e);
        }
    }

    private static ResponseStatusException misspelt() {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }

    private static void fill(SpanParameters asked, Span span, SignedIn caller, Model model) {
        model.addAttribute("span", span);
        model.addAttribute("presets", SpanParameters.PRESETS);
        model.addAttribute("query", asked.query());
        model.addAttribute("lapses", Arrays.asList(Lapse.values()));
        model.addAttribute("mayRead", caller.may(Permission.INCIDENTS_READ));
    }
}
