package vn.chieng.api.rules.trial;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.console.Crumb;
import vn.chieng.api.rules.Rule;
import vn.chieng.api.rules.RuleTexts;
import vn.chieng.api.rules.RunningRule;
import vn.chieng.event.Event;
import vn.chieng.sigma.RuleSet;

/** Tries a rule on the last hours, and explains what it makes of one event. */
@Controller
final class TrialPages {
    private static final List<Integer> HOURS = List.of(1, 4, 12, 24, 48, TryOut.MOST_HOURS);

    private final RunningRule.Finder rules;
    private final RuleTexts texts;
    private final TryOut tryOut;
    private final EventLog log;
    private final EventText eventText;
    private final MessageSource messages;

    TrialPages(
            RunningRule.Finder rules,
            RuleTexts texts,
            TryOut tryOut,
            EventLog log,
            EventText eventText,
            MessageSource messages) {
        this.rules = rules;
        this.texts = texts;
        this.tryOut = tryOut;
        this.log = log;
        this.eventText = eventText;
        this.messages = messages;
    }

    @GetMapping("/rules/{id}/tryout")
    @Allowed(value = Permission.RULES_READ, scope = Allowed.ScopeRule.QUERY)
    String saved(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer hours,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        RunningRule running = known(id);
        head(running.rule(), "rules.trial", model, locale);
        if (hours != null) {
            show(tryOut.run(running.text(), running.filters(), hours, caller.scope()), caller, model, response);
        }
        model.addAttribute("asked", hours == null ? 24 : hours);
        return "rules/tryout";
    }

    /** A text that is not kept yet. */
    @PostMapping("/rules/tryout")
    @Allowed(value = Permission.RULES_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    String draft(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "24") int hours,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        head(null, "rules.trial", model, locale);
        show(tryOut.run(text, List.of(), hours, caller.scope()), caller, model, response);
        model.addAttribute("text", text);
        model.addAttribute("asked", hours);
        return "rules/tryout";
    }

    /** How often it would have matched is for all who read rules; what was matched for those only who may search events. */
    private static void show(Trial trial, SignedIn caller, Model model, HttpServletResponse response) {
        switch (trial) {
            case Trial.Done done -> {
                model.addAttribute("done", done);
                boolean maySee = caller.may(Permission.EVENTS_READ);
                model.addAttribute("countsOnly", !maySee);
                model.addAttribute(
                        "events",
                        maySee ? done.first().stream().map(EventLine::of).toList() : List.of());
            }
            case Trial.Unsound(var issues) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                model.addAttribute("issues", issues);
            }
            case Trial.Unavailable _ -> {
                response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
                model.addAttribute("problem", "unavailable");
            }
            case Trial.Busy _ -> {
                response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
                model.addAttribute("problem", "busy");
            }
        }
    }

    @GetMapping("/rules/{id}/explain")
    @Allowed(value = Permission.RULES_READ, scope = Allowed.ScopeRule.QUERY)
    String stored(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String index,
            @RequestParam(required = false) @Nullable String event,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        RunningRule running = known(id);
        if (index == null || event == null || index.isBlank() || event.isBlank()) {
            return explained(running, null, "", null, model, response, locale);
        }
        model.addAttribute("index", index);
        model.addAttribute("eventId", event);
        if (!caller.may(Permission.EVENTS_READ)) {
            return explained(running, null, "", "not-yours", model, response, locale);
        }
        try {
            Optional<StoredEvent> found = log.find(index, event, caller.scope());
            return found.isPresent()
                    ? explained(running, found.get().event(), "", null, model, response, locale)
                    : explained(running, null, "", "no-event", model, response, locale);
        } catch (IOException e) {
            return explained(running, null, "", "unavailable", model, response, locale);
        }
    }

    @PostMapping("/rules/{id}/explain")
    @Allowed(value = Permission.RULES_READ, scope = Allowed.ScopeRule.QUERY)
    String pasted(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String json,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        Optional<Event> event = eventText.read(json);
        return explained(
                known(id), event.orElse(null), json, event.isEmpty() ? "no-json" : null, model, response, locale);
    }

    private String explained(
            RunningRule running,
            @Nullable Event event,
            String pasted,
            @Nullable String problem,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        head(running.rule(), "rules.explain", model, locale);
        if (problem != null) {
            HttpStatus status = switch (problem) {
                case "unavailable" -> HttpStatus.SERVICE_UNAVAILABLE;
                case "not-yours" -> HttpStatus.FORBIDDEN;
                default -> HttpStatus.UNPROCESSABLE_CONTENT;
            };
            response.setStatus(status.value());
            model.addAttribute("problem", problem);
        }
        model.addAttribute("json", pasted.isEmpty() && event != null ? eventText.write(event) : pasted);
        if (event != null) {
            RuleSet.Loaded loaded = texts.load(running.text(), running.filters());
            loaded.rules()
                    .explain(running.rule().id(), event)
                    .ifPresent(explanation -> model.addAttribute("explanation", explanation));
        }
        return "rules/explain";
    }

    private void head(@Nullable Rule rule, String key, Model model, Locale locale) {
        Crumb list = new Crumb("/rules", messages.getMessage("rules.title", null, locale));
        String words = messages.getMessage(key, null, locale);
        model.addAttribute("rule", rule);
        model.addAttribute("heading", words);
        model.addAttribute("hours", HOURS);
        model.addAttribute(
                "crumbs",
                rule == null
                        ? List.of(list, new Crumb("", words))
                        : List.of(list, new Crumb("/rules/" + rule.id(), rule.title(locale)), new Crumb("", words)));
    }

    private RunningRule known(String id) {
        return rules.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
