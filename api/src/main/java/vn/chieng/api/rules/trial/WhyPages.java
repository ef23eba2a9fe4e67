package vn.chieng.api.rules.trial;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.console.Crumb;
import vn.chieng.api.incidents.DetectingRule;
import vn.chieng.api.incidents.EvidenceLine;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentRegister;
import vn.chieng.api.incidents.Reader;
import vn.chieng.api.rules.Rule;
import vn.chieng.api.rules.RuleTexts;
import vn.chieng.api.rules.RuleView;
import vn.chieng.api.rules.RunningRule;
import vn.chieng.event.Event;
import vn.chieng.sigma.match.Explanation;

/** Why the rules behind an incident match one line of its evidence, as they stand now. */
@Controller
final class WhyPages {
    private static final int MOST_RULES = 50;

    private final IncidentRegister incidents;
    private final RunningRule.Finder rules;
    private final RuleTexts texts;
    private final EventLog log;
    private final MessageSource messages;

    /** What a rule says of the event. */
    public record Reason(Rule rule, Explanation explanation) {}

    WhyPages(
            IncidentRegister incidents,
            RunningRule.Finder rules,
            RuleTexts texts,
            EventLog log,
            MessageSource messages) {
        this.incidents = incidents;
        this.rules = rules;
        this.texts = texts;
        this.log = log;
        this.messages = messages;
    }

    @GetMapping("/incidents/{id}/evidence/{eventId}/why")
    @Allowed(value = Permission.INCIDENTS_READ, scope = Allowed.ScopeRule.QUERY)
    String why(
            @PathVariable long id,
            @PathVariable String eventId,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        Reader reader = Reader.of(caller);
        Incident incident = incidents.find(id, reader).orElseThrow(WhyPages::unknown);
        EvidenceLine line = incidents.evidence(id, eventId, reader).orElseThrow(WhyPages::unknown);
        List<RunningRule> known = new ArrayList<>();
        List<DetectingRule> others = new ArrayList<>();
        for (DetectingRule each : incidents.rules(id, reader)) {
            Optional<RunningRule> running = known.size() < MOST_RULES ? rules.find(each.id()) : Optional.empty();
            running.ifPresentOrElse(known::add, () -> others.add(each));
        }
        model.addAttribute("incident", incident);
        model.addAttribute("line", line);
        model.addAttribute("others", others);
        model.addAttribute("mayTune", RuleView.mayEdit(caller));
        model.addAttribute("crumbs", crumbs(incident, locale));
        if (!caller.may(Permission.RULES_READ)) {
            model.addAttribute("problem", "not-yours");
        } else if (!caller.may(Permission.EVENTS_READ)) {
            model.addAttribute("problem", "no-events");
        } else {
            explain(line, known, caller, model, response);
        }
        return "rules/why";
    }

    private void explain(
            EvidenceLine line, List<RunningRule> known, SignedIn caller, Model model, HttpServletResponse response) {
        try {
            Optional<StoredEvent> stored = log.find(line.index(), line.eventId(), caller.scope());
            stored.ifPresentOrElse(
                    found -> model.addAttribute("reasons", reasons(known, found.event())),
                    () -> model.addAttribute("problem", "no-event"));
        } catch (IOException e) {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            model.addAttribute("problem", "unavailable");
        }
    }

    /** Those that match first. */
    private List<Reason> reasons(List<RunningRule> known, Event event) {
        return known.stream()
                .flatMap(running -> texts
                        .load(running.text(), running.filters())
                        .rules()
                        .explain(running.rule().id(), event)
                        .map(explanation -> new Reason(running.rule(), explanation))
                        .stream())
                .sorted(Comparator.comparing(reason -> !reason.explanation().matches()))
                .toList();
    }

    private List<Crumb> crumbs(Incident incident, Locale locale) {
        String path = "/incidents/" + incident.id();
        return List.of(
                new Crumb("/incidents", messages.getMessage("incidents.title", null, locale)),
                new Crumb(path, incident.number()),
                new Crumb(path + "/evidence", messages.getMessage("incidents.tab.evidence", null, locale)),
                new Crumb("", messages.getMessage("rules.why", null, locale)));
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
