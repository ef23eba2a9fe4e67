package vn.chieng.api.indicators.imports;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.problems.ProblemType;
import vn.chieng.api.problems.Problems;

/** Imports for programs: the file is the body of the request, as large as a list of a million lines is. */
@RestController
@RequestMapping("/api/v1/indicators/imports")
final class IndicatorImportController {
    private final IndicatorImportRunner runner;
    private final IndicatorImportStore imports;
    private final Problems problems;

    /** An import as it stands. */
    record Job(
            long id,
            String state,
            @Nullable String failure,
            int done,
            int added,
            int changed,
            int unchanged,
            int refused,
            Instant startedAt) {

        static Job of(IndicatorImport job) {
            return new Job(
                    job.id(),
                    job.state().code(),
                    job.failure(),
                    job.done(),
                    job.counts().added(),
                    job.counts().changed(),
                    job.counts().unchanged(),
                    job.counts().refused(),
                    job.startedAt());
        }
    }

    IndicatorImportController(IndicatorImportRunner runner, IndicatorImportStore imports, Problems problems) {
        this.runner = runner;
        this.imports = imports;
        this.problems = problems;
    }

    @PostMapping
    @Allowed(value = Permission.INDICATORS_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    ResponseEntity<?> upload(HttpServletRequest request, SignedIn caller) throws IOException {
        if (request.getContentLengthLong() > IndicatorImportRunner.MOST_BYTES) {
            return problems.response(ProblemType.TOO_LARGE);
        }
        return switch (runner.start("api.csv", request.getInputStream(), caller)) {
            case ImportStart.Started(IndicatorImport job) ->
                ResponseEntity.accepted()
                        .location(URI.create("/api/v1/indicators/imports/" + job.id()))
                        .body(Job.of(job));
            case ImportStart.Refused(ImportStart.Reason reason) ->
                switch (reason) {
                    case MISSING, NO_HEADER -> problems.response(ProblemType.BAD_REQUEST, "value");
                    case TOO_LARGE -> problems.response(ProblemType.TOO_LARGE);
                    case BUSY -> problems.response(ProblemType.STATE_CONFLICT);
                };
        };
    }

    @GetMapping("/{id}")
    @Allowed(value = Permission.INDICATORS_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    ResponseEntity<?> one(@PathVariable long id) {
        runner.tidy();
        return imports.find(id)
                .<ResponseEntity<?>>map(job -> ResponseEntity.ok(Job.of(job)))
                .orElseGet(() -> problems.response(ProblemType.NOT_FOUND));
    }

    @PostMapping("/{id}/apply")
    @Allowed(value = Permission.INDICATORS_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    ResponseEntity<?> apply(@PathVariable long id, SignedIn caller) {
        if (imports.find(id).isEmpty()) {
            return problems.response(ProblemType.NOT_FOUND);
        }
        return runner.apply(id, caller)
                ? ResponseEntity.accepted().build()
                : problems.response(ProblemType.STATE_CONFLICT);
    }
}
