package vn.chieng.api.rules.imports;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.problems.ProblemType;
import vn.chieng.api.problems.Problems;
import vn.chieng.event.Level;

/** How far an import is and what it comes to, as JSON: {@code docs/formats/rest.md}. */
@RestController
final class RuleImportController {
    private static final int MOST_REFUSED = 500;

    private static final int LONGEST_NAME = 120;

    private final ImportStore imports;
    private final RuleImportRunner runner;
    private final Problems problems;

    /** An import; of what is refused the first some hundred. */
    record Body(ImportJob job, int percent, List<Refused> refused) {}

    /** A rule that is not taken, and everything that is wrong with it. */
    record Refused(String file, List<ImportItem.Issue> issues) {}

    /**
     * What of an import is taken, and which of the new rules run at once; what is left out means none, or any.
     *
     * @param part {@code all}, {@code added}, {@code changed} or {@code selected}
     */
    record Wanted(
            @Nullable String part,
            @Nullable Set<String> rules,
            @Nullable Set<String> levels,
            @Nullable Set<String> statuses,
            @Nullable Set<String> products,
            @Nullable Boolean ineffective) {

        Acceptance acceptance() {
            return new Acceptance(
                    Acceptance.Part.valueOf((part == null ? "all" : part).toUpperCase(Locale.ROOT)),
                    orNone(rules),
                    orNone(levels).stream()
                            .map(each -> Level.valueOf(each.toUpperCase(Locale.ROOT)))
                            .collect(Collectors.toSet()),
                    orNone(statuses),
                    orNone(products),
                    ineffective != null && ineffective);
        }

        private static Set<String> orNone(@Nullable Set<String> some) {
            return some == null ? Set.of() : some;
        }
    }

    RuleImportController(ImportStore imports, RuleImportRunner runner, Problems problems) {
        this.runner = runner;
        this.imports = imports;
        this.problems = problems;
    }

    /** Begins to read a file: an archive, or YAML with one or more rules. */
    @PostMapping("/api/v1/rules/imports")
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = ImportJob.class)))
    @Allowed(value = Permission.RULES_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    ResponseEntity<?> upload(
            @RequestParam(defaultValue = "rules.yml") String name, HttpServletRequest request, SignedIn caller)
            throws IOException {
        if (name.length() > LONGEST_NAME) {
            return problems.response(ProblemType.BAD_REQUEST, "name");
        }
        byte[] content = request.getInputStream().readNBytes((int) RuleImportPages.MOST_BYTES + 1);
        if (content.length > RuleImportPages.MOST_BYTES) {
            return problems.response(ProblemType.TOO_LARGE);
        }
        if (content.length == 0) {
            return problems.response(ProblemType.BAD_REQUEST, "body");
        }
        return runner.start(name, List.of(new RuleFile(name, content)), caller)
                .<ResponseEntity<?>>map(job -> ResponseEntity.accepted()
                        .location(URI.create("/api/v1/rules/imports/" + job.id()))
                        .body(job))
                .orElseGet(() -> problems.response(ProblemType.STATE_CONFLICT));
    }

    @PostMapping("/api/v1/rules/imports/{id}/apply")
    @ApiResponse(responseCode = "202")
    @Allowed(value = Permission.RULES_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    ResponseEntity<?> apply(@PathVariable long id, @RequestBody Wanted wanted, SignedIn caller) {
        if (imports.find(id).isEmpty()) {
            return problems.response(ProblemType.NOT_FOUND);
        }
        Acceptance acceptance;
        try {
            acceptance = wanted.acceptance();
        } catch (IllegalArgumentException e) {
            return problems.response(ProblemType.BAD_REQUEST, "part");
        }
        return runner.apply(id, acceptance, caller)
                ? ResponseEntity.accepted().build()
                : problems.response(ProblemType.STATE_CONFLICT);
    }

    @GetMapping("/api/v1/rules/imports/{id}")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Body.class)))
    @Allowed(value = Permission.RULES_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    ResponseEntity<?> one(@PathVariable long id) {
        return imports.find(id)
                .<ResponseEntity<?>>map(job -> ResponseEntity.ok(new Body(
                        job,
                        job.percent(),
                        imports.items(id, ImportItem.Verdict.REFUSED, 0, MOST_REFUSED).stream()
                                .map(item -> new Refused(item.file(), item.issues()))
                                .toList())))
                .orElseGet(() -> problems.response(ProblemType.NOT_FOUND));
    }
}
