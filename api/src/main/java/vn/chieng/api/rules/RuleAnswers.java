package vn.chieng.api.rules;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import vn.chieng.api.problems.ProblemType;
import vn.chieng.api.problems.Problems;

/** What a program is told of a rule and of what came of changing it. */
@Component
final class RuleAnswers {
    private final RuleStore store;
    private final Problems problems;

    RuleAnswers(RuleStore store, Problems problems) {
        this.store = store;
        this.problems = problems;
    }

    RuleController.Body body(Rule rule) {
        return RuleController.Body.of(
                rule,
                store.totals(rule.id()),
                store.seen(rule.id()),
                store.text(rule.textHash()),
                FilterYaml.documents(rule, store.filters(rule.id())));
    }

    /** @param seen the version that the caller has seen, where it matters */
    ResponseEntity<?> of(RuleOutcome outcome, @Nullable Integer seen) {
        return switch (outcome) {
            case RuleOutcome.Done(Rule rule) -> ResponseEntity.ok(body(rule));
            case RuleOutcome.Stale(Rule now) ->
                problems.response(ProblemType.VERSION_CONFLICT, seen == null ? 0 : seen, now.version());
            case RuleOutcome.Refused(RuleOutcome.Reason reason, var issues) ->
                reason == RuleOutcome.Reason.UNSOUND
                        ? problems.response(ProblemType.BAD_REQUEST, "text")
                        : problems.response(ProblemType.STATE_CONFLICT);
            case RuleOutcome.Unknown _ -> problems.response(ProblemType.NOT_FOUND);
        };
    }
}
