package vn.chieng.api.rules.trial;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.incidents.DetectingRule;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentPanel;
import vn.chieng.api.incidents.IncidentRegister;
import vn.chieng.api.incidents.Reader;
import vn.chieng.api.rules.Rule;
import vn.chieng.api.rules.RuleStore;

/** The rules behind an incident with their pages and what they have done, beside the timeline. */
@Component
final class RulesPanel implements IncidentPanel {
    private static final int PLACE = 15;

    private final IncidentRegister incidents;
    private final RuleStore rules;

    RulesPanel(IncidentRegister incidents, RuleStore rules) {
        this.incidents = incidents;
        this.rules = rules;
    }

    @Override
    public Place place() {
        return Place.ASIDE;
    }

    @Override
    public int order() {
        return PLACE;
    }

    @Override
    public Optional<Content> content(Incident incident, SignedIn caller) {
        if (!caller.may(Permission.RULES_READ)) {
            return Optional.empty();
        }
        List<String> ids = incidents.rules(incident.id(), Reader.of(caller)).stream()
                .map(DetectingRule::id)
                .toList();
        Map<String, Rule> known = rules.find(ids);
        List<Rule> shown =
                ids.stream().filter(known::containsKey).map(known::get).collect(Collectors.toList());
        return shown.isEmpty()
                ? Optional.empty()
                : Optional.of(new Content("rules/panel-rules", Map.of("rules", shown)));
    }
}
