package vn.chieng.api.rules;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.console.QueryWords;
import vn.chieng.api.problems.ProblemType;
import vn.chieng.api.problems.Problems;
import vn.chieng.api.query.Completion;
import vn.chieng.api.query.ParsedQuery;
import vn.chieng.api.query.Query;
import vn.chieng.api.query.QueryProblem;

/** Rules as JSON: {@code docs/formats/rest.md}. */
@RestController
@RequestMapping("/api/v1/rules")
final class RuleController {
    private static final int MOST = 500;
    private static final int MOST_OFFSET = 100_000;

    private final RuleStore store;
    private final RuleListing listing;
    private final QueryWords words;
    private final RuleEditor editor;
    private final Problems problems;
    private final RuleAnswers answers;

    /** A rule with what it has done; the text only where one rule is asked for. */
    record Body(
            String id,
            String title,
            String titleVi,
            String level,
            @Nullable String levelOverride,
            @Nullable String status,
            @Nullable String category,
            @Nullable String product,
            @Nullable String service,
            List<String> tags,
            String kind,
            String origin,
            boolean enabled,
            boolean effective,
            boolean missingLogSource,
            List<String> missingFields,
            SeenInput seen,
            int exceptions,
            int version,
            Instant changedAt,
            RuleTotals activity,
            @Nullable String text,
            @Nullable List<String> filters) {

        static Body of(
                Rule rule, RuleTotals totals, SeenInput seen, @Nullable String text, @Nullable List<String> filters) {
            return new Body(
                    rule.id(),
                    rule.title(),
                    rule.titleVi(),
                    rule.level().code(),
                    rule.override() == null ? null : rule.override().code(),
                    rule.status(),
                    rule.logSource().category(),
                    rule.logSource().product(),
                    rule.logSource().service(),
                    rule.tags(),
                    rule.kind().code(),
                    rule.origin(),
                    rule.enabled(),
                    rule.effective(),
                    rule.missing().logSource(),
                    rule.missing().fields(),
                    seen,
                    rule.filters(),
                    rule.version(),
                    rule.changedAt(),
                    totals,
                    text,
                    filters);
        }
    }

    /** Some of them, and how many there are in all. */
    record Bodies(List<Body> items, int total) {}

    /** Which version the caller has seen; without it the present one is meant. */
    record Seen(@Nullable Integer version) {}

    RuleController(
            RuleStore store,
            RuleListing listing,
            QueryWords words,
            RuleEditor editor,
            Problems problems,
            RuleAnswers answers) {
        this.store = store;
        this.listing = listing;
        this.words = words;
        this.editor = editor;
        this.problems = problems;
        this.answers = answers;
    }

    @GetMapping
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Bodies.class)))
    @Allowed(Permission.RULES_READ)
    ResponseEntity<?> list(
            @ModelAttribute RuleListParameters parameters,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "100") int limit) {
        if (offset < 0 || offset > MOST_OFFSET) {
            return problems.response(ProblemType.BAD_REQUEST, "offset");
        }
        if (limit < 1 || limit > MOST) {
            return problems.response(ProblemType.BAD_REQUEST, "limit");
        }
        return switch (listing.parsed(parameters)) {
            case ParsedQuery.Wrong(QueryProblem problem) -> words.refused(problem);
            case ParsedQuery.Understood(Query asked, var _) -> listed(parameters, asked, offset, limit);
        };
    }

    private ResponseEntity<?> listed(RuleListParameters parameters, Query asked, int offset, int limit) {
        RuleQuery query;
        try {
            query = parameters.query(asked);
        } catch (IllegalArgumentException e) {
            return problems.response(ProblemType.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
        return ResponseEntity.ok(new Bodies(
                store.list(query, offset, limit).stream()
                        .map(each -> Body.of(each.rule(), each.totals(), each.seen(), null, null))
                        .toList(),
                store.count(query)));
    }

    @GetMapping("/completions")
    @Allowed(Permission.RULES_READ)
    Completion complete(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "0") int caret) {
        return listing.completion(q, caret);
    }

    @GetMapping("/{id}")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Body.class)))
    @Allowed(Permission.RULES_READ)
    ResponseEntity<?> one(@PathVariable String id) {
        return store.find(id)
                .<ResponseEntity<?>>map(rule -> ResponseEntity.ok(answers.body(rule)))
                .orElseGet(() -> problems.response(ProblemType.NOT_FOUND));
    }

    @PostMapping("/{id}/enable")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Body.class)))
    @Allowed(value = Permission.RULES_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    ResponseEntity<?> enable(
            @PathVariable String id, @RequestBody(required = false) @Nullable Seen seen, SignedIn caller) {
        return switched(id, seen, true, caller);
    }

    @PostMapping("/{id}/disable")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Body.class)))
    @Allowed(value = Permission.RULES_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    ResponseEntity<?> disable(
            @PathVariable String id, @RequestBody(required = false) @Nullable Seen seen, SignedIn caller) {
        return switched(id, seen, false, caller);
    }

    private ResponseEntity<?> switched(String id, @Nullable Seen seen, boolean on, SignedIn caller) {
        Integer version = seen == null ? null : seen.version();
        return answers.of(editor.enable(id, version, on, caller), version);
    }
}
