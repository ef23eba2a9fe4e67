package vn.chieng.api.rules.imports;

import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.problems.ProblemType;
import vn.chieng.api.problems.Problems;

/** How far an import is and what it comes to, as JSON: {@code docs/formats/rest.md}. */
@RestController
final class RuleImportController {
    private static final int MOST_REFUSED = 500;

    private final ImportStore imports;
    private final Problems problems;

    /** An import; of what is refused the first some hundred. */
    record Body(ImportJob job, int percent, List<Refused> refused) {}

    /** A rule that is not taken, and everything that is wrong with it. */
    record Refused(String file, List<ImportItem.Issue> issues) {}

    RuleImportController(ImportStore imports, Problems problems) {
        this.imports = imports;
        this.problems = problems;
    }

    @GetMapping("/api/v1/rules/imports/{id}")
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
