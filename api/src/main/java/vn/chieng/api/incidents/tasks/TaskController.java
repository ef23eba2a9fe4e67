package vn.chieng.api.incidents.tasks;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.incidents.Handler;
import vn.chieng.api.incidents.Handlers;
import vn.chieng.api.incidents.IncidentStore;
import vn.chieng.api.incidents.Reader;
import vn.chieng.api.problems.ProblemType;
import vn.chieng.api.problems.Problems;

/** Tasks of an incident as JSON: {@code docs/formats/rest.md}. */
@RestController
@RequestMapping("/api/v1/incidents/{id}/tasks")
final class TaskController {
    private final TaskStore tasks;
    private final IncidentStore incidents;
    private final Handlers handlers;
    private final Problems problems;

    /** A task as wanted; {@code done} counts when one is changed, and then alone where there is no title. */
    record TaskBody(
            @Nullable Integer version,
            @Nullable String title,
            @Nullable Long owner,
            @Nullable Instant due,
            @Nullable Boolean done) {}

    /** All of an incident. */
    record TaskList(List<Task> items) {}

    TaskController(TaskStore tasks, IncidentStore incidents, Handlers handlers, Problems problems) {
        this.tasks = tasks;
        this.incidents = incidents;
        this.handlers = handlers;
        this.problems = problems;
    }

    @GetMapping
    @Allowed(value = Permission.INCIDENTS_READ, scope = Allowed.ScopeRule.QUERY)
    ResponseEntity<?> list(@PathVariable long id, SignedIn caller) {
        return unknown(id, caller)
                ? problems.response(ProblemType.NOT_FOUND)
                : ResponseEntity.ok(new TaskList(tasks.of(id, caller.scope())));
    }

    @PostMapping
    @Allowed(value = Permission.INCIDENTS_WORK, scope = Allowed.ScopeRule.QUERY)
    ResponseEntity<?> add(@PathVariable long id, @RequestBody TaskBody body, SignedIn caller) {
        if (unknown(id, caller)) {
            return problems.response(ProblemType.NOT_FOUND);
        }
        try {
            return answer(tasks.add(id, draft(body), caller), body);
        } catch (IllegalArgumentException e) {
            return problems.response(ProblemType.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    @PostMapping("/{task}")
    @Allowed(value = Permission.INCIDENTS_WORK, scope = Allowed.ScopeRule.QUERY)
    ResponseEntity<?> change(
            @PathVariable long id, @PathVariable long task, @RequestBody TaskBody body, SignedIn caller) {
        if (tasks.find(id, task, caller.scope()).isEmpty()) {
            return problems.response(ProblemType.NOT_FOUND);
        }
        Integer version = body.version();
        Boolean done = body.done();
        if (version == null) {
            return problems.response(ProblemType.BAD_REQUEST, "version");
        }
        if (body.title() == null && done != null) {
            return answer(tasks.done(id, task, version, done, caller), body);
        }
        try {
            return answer(tasks.change(id, task, version, draft(body), caller), body);
        } catch (IllegalArgumentException e) {
            return problems.response(ProblemType.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    private ResponseEntity<?> answer(TaskOutcome outcome, TaskBody body) {
        return switch (outcome) {
            case TaskOutcome.Done(Task task) -> ResponseEntity.ok(task);
            case TaskOutcome.Stale(Task current) ->
                problems.response(
                        ProblemType.VERSION_CONFLICT,
                        java.util.Map.of("current", current),
                        String.valueOf(body.version()),
                        current.version());
            case TaskOutcome.TooMany _ -> problems.response(ProblemType.BAD_REQUEST, "tasks");
            case TaskOutcome.Unknown _ -> problems.response(ProblemType.NOT_FOUND);
        };
    }

    private TaskDraft draft(TaskBody body) {
        String title = body.title();
        Long owner = body.owner();
        Handler handler =
                owner == null ? null : handlers.find(owner).orElseThrow(() -> new IllegalArgumentException("owner"));
        return new TaskDraft(title == null ? "" : title, handler, body.due());
    }

    private boolean unknown(long id, SignedIn caller) {
        return incidents.find(id, Reader.of(caller)).isEmpty();
    }
}
