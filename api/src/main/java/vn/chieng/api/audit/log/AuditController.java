package vn.chieng.api.audit.log;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditEntry;
import vn.chieng.api.problems.ProblemType;
import vn.chieng.api.problems.Problems;

/** The audit log as JSON, and whole days of it as a file: {@code docs/formats/rest.md}. */
@RestController
@RequestMapping("/api/v1/audit")
final class AuditController {
    private final AuditSearch search;
    private final AuditExports exports;
    private final Problems problems;

    AuditController(AuditSearch search, AuditExports exports, Problems problems) {
        this.search = search;
        this.exports = exports;
        this.problems = problems;
    }

    @GetMapping
    @Allowed(value = Permission.AUDIT_READ, scope = Allowed.ScopeRule.QUERY)
    ResponseEntity<?> list(@ModelAttribute AuditParameters parameters, SignedIn caller) {
        AuditQuery query;
        try {
            query = parameters.query();
        } catch (IllegalArgumentException e) {
            return problems.response(ProblemType.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
        return ResponseEntity.ok(search.list(query, caller.scope()));
    }

    @GetMapping("/{number}")
    @Allowed(value = Permission.AUDIT_READ, scope = Allowed.ScopeRule.QUERY)
    ResponseEntity<?> one(@PathVariable long number, SignedIn caller) {
        Optional<AuditEntry> entry = search.find(number, caller.scope());
        return entry.isPresent() ? ResponseEntity.ok(entry.get()) : problems.response(ProblemType.NOT_FOUND);
    }

    @GetMapping("/export")
    @Allowed(Permission.AUDIT_READ)
    void export(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            SignedIn caller,
            HttpServletResponse response)
            throws IOException {
        AuditExports.requireEverything(caller);
        DayRange days;
        try {
            days = DayRange.of(from, to);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()), e);
        }
        exports.days(days, caller, response);
    }
}
