package vn.chieng.api.metrics;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.incidents.times.Figure;
import vn.chieng.api.incidents.times.GroupTimes;
import vn.chieng.api.incidents.times.Grouping;
import vn.chieng.api.incidents.times.HandlingTimes;
import vn.chieng.api.incidents.times.Lapse;
import vn.chieng.api.incidents.times.Span;

/** Time metrics for programs; durations in seconds. */
@RestController
final class HandlingTimeController {
    private static final double MILLIS = 1_000;

    private final HandlingTimes times;
    private final Clock clock;

    HandlingTimeController(HandlingTimes times, Clock clock) {
        this.times = times;
        this.clock = clock;
    }

    /** The answer. */
    record Answer(Instant from, Instant to, String by, List<Group> groups) {}

    /** One group; lapses that no incident went through are left out. */
    record Group(String key, long incidents, Map<String, Numbers> lapses) {}

    /** One lapse of a group. */
    record Numbers(long count, double medianSeconds, double ninetiethSeconds) {}

    @GetMapping("/api/v1/handling-times")
    @Allowed(value = Permission.INCIDENTS_COUNT, scope = Allowed.ScopeRule.QUERY)
    Answer times(@ModelAttribute SpanParameters asked, @RequestParam(defaultValue = "all") String by, SignedIn caller) {
        Grouping grouping =
                Grouping.of(by).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST, "by"));
        Span span;
        try {
            span = asked.span(clock.instant());
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, e.getMessage(), e);
        }
        return new Answer(
                span.from(),
                span.to(),
                grouping.code(),
                times.figures(span, grouping, caller.scope()).stream()
                        .map(HandlingTimeController::group)
                        .toList());
    }

    private static Group group(GroupTimes group) {
        Map<String, Numbers> lapses = new LinkedHashMap<>();
        for (Lapse lapse : Lapse.values()) {
            Figure figure = group.of(lapse);
            if (figure != null) {
                lapses.put(
                        lapse.code(),
                        new Numbers(
                                figure.count(),
                                figure.median().toMillis() / MILLIS,
                                figure.ninetieth().toMillis() / MILLIS));
            }
        }
        return new Group(group.key(), group.incidents(), lapses);
    }
}
