package vn.chieng.api.indicators;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.problems.ProblemType;
import vn.chieng.api.problems.Problems;

/** Indicators as JSON: {@code docs/formats/indicators.md}. */
@RestController
@RequestMapping("/api/v1/indicators")
final class IndicatorController {
    private static final int MOST = 1_000;

    private final IndicatorStore store;
    private final Problems problems;
    private final Clock clock;

    /** An indicator; programs get it as it is matched, not defanged. */
    record Item(
            long id,
            String type,
            String value,
            String source,
            int confidence,
            String level,
            @Nullable Instant validUntil,
            String description,
            String state,
            @Nullable String withdrawnReason,
            int version,
            Instant changedAt) {

        static Item of(KnownIndicator known, Instant now) {
            var indicator = known.indicator();
            var withdrawal = known.withdrawal();
            return new Item(
                    known.id(),
                    indicator.type().code(),
                    indicator.value(),
                    indicator.source(),
                    indicator.confidence(),
                    indicator.level().code(),
                    indicator.validUntil(),
                    indicator.description(),
                    known.state(now).code(),
                    withdrawal == null ? null : withdrawal.reason(),
                    known.version(),
                    known.changedAt());
        }
    }

    /** Some of them, and how many there are in all, counted up to {@link IndicatorStore#MOST_COUNTED}. */
    record Items(List<Item> items, int total) {}

    IndicatorController(IndicatorStore store, Problems problems, Clock clock) {
        this.store = store;
        this.problems = problems;
        this.clock = clock;
    }

    @GetMapping
    @Allowed(value = Permission.INDICATORS_READ, scope = Allowed.ScopeRule.EVERYTHING)
    ResponseEntity<?> list(
            @ModelAttribute IndicatorListParameters parameters,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "100") int limit) {
        if (offset < 0 || offset > IndicatorStore.MOST_COUNTED) {
            return problems.response(ProblemType.BAD_REQUEST, "offset");
        }
        if (limit < 1 || limit > MOST) {
            return problems.response(ProblemType.BAD_REQUEST, "limit");
        }
        IndicatorQuery query;
        try {
            query = parameters.query(clock);
        } catch (IllegalArgumentException e) {
            return problems.response(ProblemType.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
        List<Item> items = store.list(query, offset, limit).stream()
                .map(known -> Item.of(known, query.now()))
                .toList();
        return ResponseEntity.ok(new Items(items, store.count(query)));
    }

    @GetMapping("/{id}")
    @Allowed(value = Permission.INDICATORS_READ, scope = Allowed.ScopeRule.EVERYTHING)
    ResponseEntity<?> one(@PathVariable long id) {
        return store.find(id)
                .<ResponseEntity<?>>map(known -> ResponseEntity.ok(Item.of(known, clock.instant())))
                .orElseGet(() -> problems.response(ProblemType.NOT_FOUND));
    }
}
