package vn.chieng.api.rules;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.problems.ProblemType;
import vn.chieng.api.problems.Problems;
import vn.chieng.event.Level;

/** Level and exceptions of a rule as JSON: {@code docs/formats/rest.md}. */
@RestController
@RequestMapping("/api/v1/rules/{id}")
final class RuleTuningController {
    private final RuleStore store;
    private final RuleEditor editor;
    private final RuleAnswers answers;
    private final Problems problems;
    private final Clock clock;

    /** Another level; none takes the override back. */
    record Severity(
            @Nullable String level,
            @Nullable String reason,
            @Nullable Integer version) {}

    /** A new exception: conditions, or a Sigma filter as text; the day is the last on which it holds. */
    record NewException(
            @Nullable List<FilterCondition> conditions,
            @Nullable String text,
            @Nullable String reason,
            @Nullable LocalDate expires,
            @Nullable Integer version) {}

    /** Why an exception is to end. */
    record Ending(@Nullable String reason, @Nullable Integer version) {}

    /** An exception that holds. */
    record Held(
            long id,
            List<FilterCondition> conditions,
            @Nullable String text,
            String reason,
            @Nullable LocalDate expires,
            String author,
            Instant createdAt) {

        static Held of(RuleFilter filter) {
            return new Held(
                    filter.id(),
                    filter.conditions(),
                    filter.text(),
                    filter.reason(),
                    filter.expiresOn(),
                    filter.accountName(),
                    filter.createdAt());
        }
    }

    RuleTuningController(RuleStore store, RuleEditor editor, RuleAnswers answers, Problems problems, Clock clock) {
        this.store = store;
        this.editor = editor;
        this.answers = answers;
        this.problems = problems;
        this.clock = clock;
    }

    @PutMapping("/severity")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RuleController.Body.class)))
    @Allowed(value = Permission.RULES_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    ResponseEntity<?> severity(@PathVariable String id, @RequestBody Severity wanted, SignedIn caller) {
        String reason = FilterForm.reason(wanted.reason());
        String level = wanted.level();
        if (level != null && !RuleListParameters.LEVELS.contains(level)) {
            return problems.response(ProblemType.BAD_REQUEST, "level");
        }
        if (reason.isEmpty()) {
            return problems.response(ProblemType.BAD_REQUEST, "reason");
        }
        if (wanted.version() == null) {
            return problems.response(ProblemType.BAD_REQUEST, "version");
        }
        Level other = level == null ? null : Level.valueOf(level.toUpperCase(Locale.ROOT));
        return answers.of(editor.override(id, wanted.version(), other, reason, caller), wanted.version());
    }

    @GetMapping("/exceptions")
    @ApiResponse(
            responseCode = "200",
            content = @Content(array = @ArraySchema(schema = @Schema(implementation = Held.class))))
    @Allowed(Permission.RULES_READ)
    ResponseEntity<?> exceptions(@PathVariable String id) {
        return store.find(id)
                .<ResponseEntity<?>>map(rule -> ResponseEntity.ok(
                        store.filters(id).stream().map(Held::of).toList()))
                .orElseGet(() -> problems.response(ProblemType.NOT_FOUND));
    }

    @PostMapping("/exceptions")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RuleController.Body.class)))
    @Allowed(value = Permission.RULES_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    ResponseEntity<?> except(@PathVariable String id, @RequestBody NewException wanted, SignedIn caller) {
        if (wanted.version() == null) {
            return problems.response(ProblemType.BAD_REQUEST, "version");
        }
        FilterForm form = form(wanted);
        Map<String, String> wrong = form.problems(VietnamDay.of(clock));
        List<FilterCondition> conditions = wanted.conditions() == null ? List.of() : wanted.conditions();
        if (!wrong.isEmpty()
                || conditions.size() > FilterForm.LINES
                || (wanted.text() != null && !conditions.isEmpty())) {
            return problems.response(
                    ProblemType.BAD_REQUEST,
                    wrong.isEmpty() ? "conditions" : wrong.keySet().iterator().next());
        }
        RuleFilter filter = form.filter(id, caller.displayName(), clock.instant());
        return answers.of(editor.except(filter, wanted.version(), caller), wanted.version());
    }

    /** The same checks as those of the page. */
    private static FilterForm form(NewException wanted) {
        List<FilterCondition> conditions = wanted.conditions() == null ? List.of() : wanted.conditions();
        return new FilterForm(
                conditions.stream().map(FilterCondition::field).toList(),
                conditions.stream().map(FilterCondition::modifier).toList(),
                conditions.stream()
                        .map(condition -> String.join("\n", condition.values()))
                        .toList(),
                wanted.text(),
                wanted.reason(),
                wanted.expires() == null ? null : wanted.expires().toString(),
                wanted.version());
    }

    @PostMapping("/exceptions/{exception}/end")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RuleController.Body.class)))
    @Allowed(value = Permission.RULES_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    ResponseEntity<?> end(
            @PathVariable String id, @PathVariable long exception, @RequestBody Ending wanted, SignedIn caller) {
        String reason = FilterForm.reason(wanted.reason());
        if (reason.isEmpty() || wanted.version() == null) {
            return problems.response(ProblemType.BAD_REQUEST, reason.isEmpty() ? "reason" : "version");
        }
        return answers.of(editor.unexcept(id, wanted.version(), exception, reason, caller), wanted.version());
    }
}
