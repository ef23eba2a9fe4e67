package vn.chieng.api.incidents.tasks;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.incidents.Handler;
import vn.chieng.api.incidents.Handlers;
import vn.chieng.api.incidents.detail.IncidentView;

/** The tasks of an incident. */
@Controller
@RequestMapping("/incidents/{id}/tasks")
final class TaskPages {
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);

    private final TaskStore tasks;
    private final Handlers handlers;
    private final IncidentView view;
    private final Clock clock;

    /** A task as typed; {@code due} as a browser's field for time gives it, in Vietnam's time. */
    record TaskForm(
            @Nullable String title,
            @Nullable Long owner,
            @Nullable String due,
            @Nullable Integer version) {}

    TaskPages(TaskStore tasks, Handlers handlers, IncidentView view, Clock clock) {
        this.tasks = tasks;
        this.handlers = handlers;
        this.view = view;
        this.clock = clock;
    }

    @GetMapping
    @Allowed(value = Permission.INCIDENTS_READ, scope = Allowed.ScopeRule.QUERY)
    String list(@PathVariable long id, SignedIn caller, Model model) {
        return filled(id, caller, model);
    }

    private String filled(long id, SignedIn caller, Model model) {
        view.fill(view.known(id, caller), "tasks", caller, model);
        model.addAttribute("tasks", tasks.of(id, caller.scope()));
        model.addAttribute("handlers", handlers.all());
        model.addAttribute("now", clock.instant());
        return IncidentView.TEMPLATE;
    }

    @PostMapping
    @Allowed(value = Permission.INCIDENTS_WORK, scope = Allowed.ScopeRule.QUERY)
    String add(
            @PathVariable long id,
            @ModelAttribute("typed") TaskForm form,
            SignedIn caller,
            Model model,
            HttpServletResponse response) {
        TaskDraft draft;
        try {
            draft = draft(form);
        } catch (IllegalArgumentException e) {
            return refused(id, String.valueOf(e.getMessage()), caller, model, response);
        }
        return answer(id, tasks.add(id, draft, caller), caller, model, response);
    }

    @PostMapping("/{task}")
    @Allowed(value = Permission.INCIDENTS_WORK, scope = Allowed.ScopeRule.QUERY)
    String change(
            @PathVariable long id,
            @PathVariable long task,
            @ModelAttribute("typed") TaskForm form,
            SignedIn caller,
            Model model,
            HttpServletResponse response) {
        TaskDraft draft;
        try {
            draft = draft(form);
        } catch (IllegalArgumentException e) {
            return refused(id, String.valueOf(e.getMessage()), caller, model, response);
        }
        Integer version = form.version();
        return answer(
                id, tasks.change(id, task, version == null ? 0 : version, draft, caller), caller, model, response);
    }

    @PostMapping("/{task}/done")
    @Allowed(value = Permission.INCIDENTS_WORK, scope = Allowed.ScopeRule.QUERY)
    String done(
            @PathVariable long id,
            @PathVariable long task,
            @RequestParam int version,
            @RequestParam(defaultValue = "true") boolean done,
            SignedIn caller,
            Model model,
            HttpServletResponse response) {
        return answer(id, tasks.done(id, task, version, done, caller), caller, model, response);
    }

    private String answer(long id, TaskOutcome outcome, SignedIn caller, Model model, HttpServletResponse response) {
        return switch (outcome) {
            case TaskOutcome.Done _ -> "redirect:/incidents/" + id + "/tasks";
            case TaskOutcome.Stale _ -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                model.addAttribute("taskProblem", "stale");
                yield filled(id, caller, model);
            }
            case TaskOutcome.TooMany _ -> refused(id, "many", caller, model, response);
            case TaskOutcome.Unknown _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private String refused(long id, String field, SignedIn caller, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("taskProblem", field);
        return filled(id, caller, model);
    }

    private TaskDraft draft(TaskForm form) {
        String title = form.title();
        Long owner = form.owner();
        Handler handler =
                owner == null ? null : handlers.find(owner).orElseThrow(() -> new IllegalArgumentException("owner"));
        return new TaskDraft(title == null ? "" : title, handler, due(form.due()));
    }

    private static @Nullable Instant due(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            return LocalDateTime.parse(typed.strip()).toInstant(VIETNAM);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("due", e);
        }
    }
}
