package vn.chieng.api.incidents.detail;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.incidents.Classification;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentFacts;
import vn.chieng.api.incidents.Pap;
import vn.chieng.api.incidents.Tlp;
import vn.chieng.api.incidents.work.IncidentWork;
import vn.chieng.api.incidents.work.SeverityAdvice;
import vn.chieng.api.incidents.work.WorkOutcome;
import vn.chieng.api.systems.RegisteredSystem;
import vn.chieng.api.systems.SystemQuery;
import vn.chieng.api.systems.SystemRegister;
import vn.chieng.law.pack.Incidents;
import vn.chieng.law.pack.Input;
import vn.chieng.law.pack.LawPack;

/** What an incident is: group, techniques, labels, system, and the answers by which the law pack's rules suggest a severity. */
@Controller
@RequestMapping("/incidents/{id}/classification")
final class ClassificationPages {
    private static final String ANSWER = "answer.";

    private final IncidentView view;
    private final IncidentWork work;
    private final IncidentFacts facts;
    private final SeverityAdvice advice;
    private final SystemRegister systems;
    private final WorkAnswers answers;

    /** The labels and the system as chosen. */
    record LabelsForm(
            int version,
            @Nullable String group,
            @Nullable String techniques,
            @Nullable Tlp tlp,
            @Nullable Pap pap,
            @Nullable String system) {}

    ClassificationPages(
            IncidentView view,
            IncidentWork work,
            IncidentFacts facts,
            SeverityAdvice advice,
            SystemRegister systems,
            WorkAnswers answers) {
        this.view = view;
        this.work = work;
        this.facts = facts;
        this.advice = advice;
        this.systems = systems;
        this.answers = answers;
    }

    @GetMapping
    @Allowed(value = Permission.INCIDENTS_READ, scope = Allowed.ScopeRule.QUERY)
    String form(@PathVariable long id, SignedIn caller, Model model) {
        Incident incident = view.known(id, caller);
        view.fill(incident, "classification", caller, model);
        Optional<LawPack> pack = facts.pack(incident.detectedAt());
        List<Input> questions = pack.map(facts::questions).orElse(List.of());
        List<Incidents.IncidentGroup> groups =
                pack.map(each -> each.incidents().incidentGroups()).orElse(List.of());
        model.addAttribute("pack", pack.map(LawPack::version).orElse(null));
        model.addAttribute("questions", questions);
        model.addAttribute("groups", groups);
        model.addAttribute("advice", advice.of(incident));
        model.addAttribute("tlps", Tlp.values());
        model.addAttribute("paps", Pap.values());
        model.addAttribute("systems", systemsOf(incident, caller));
        return IncidentView.TEMPLATE;
    }

    private List<RegisteredSystem> systemsOf(Incident incident, SignedIn caller) {
        return systems.list(SystemQuery.ALL, caller.scope()).stream()
                .filter(system -> !Collections.disjoint(system.organizationIds(), incident.organizationIds()))
                .toList();
    }

    @PostMapping
    @Allowed(value = Permission.INCIDENTS_WORK, scope = Allowed.ScopeRule.QUERY)
    String change(
            @PathVariable long id,
            LabelsForm form,
            @RequestParam Map<String, String> fields,
            SignedIn caller,
            Model model,
            HttpServletResponse response) {
        Incident incident = view.known(id, caller);
        Classification wanted;
        try {
            wanted = typed(incident, form, fields, caller);
        } catch (IllegalArgumentException e) {
            return answers.page(
                    new WorkOutcome.Refused(incident, String.valueOf(e.getMessage())),
                    "incidents.tab.classification",
                    caller,
                    model,
                    response);
        }
        return answers.page(
                work.classify(id, form.version(), wanted, caller),
                "incidents.tab.classification",
                caller,
                model,
                response);
    }

    private Classification typed(Incident incident, LabelsForm form, Map<String, String> fields, SignedIn caller) {
        Optional<LawPack> pack = facts.pack(incident.detectedAt());
        Map<String, String> given = new TreeMap<>();
        for (Input question : pack.map(facts::questions).orElse(List.of())) {
            String answer = fields.getOrDefault(ANSWER + question.id(), "");
            if (!answer.isBlank()) {
                given.put(question.id(), answer);
            }
        }
        String group = form.group();
        Classification old = incident.classification();
        return new Classification(
                group == null || group.isBlank() ? null : group,
                Classification.techniques(form.techniques()),
                form.tlp() == null ? old.tlp() : form.tlp(),
                form.pap() == null ? old.pap() : form.pap(),
                given,
                pack.map(each -> each.version().toString()).orElse(null),
                system(form.system(), caller));
    }

    private @Nullable UUID system(@Nullable String chosen, SignedIn caller) {
        if (chosen == null || chosen.isBlank()) {
            return null;
        }
        return systems.find(UUID.fromString(chosen), caller.scope())
                .map(RegisteredSystem::id)
                .orElseThrow(() -> new IllegalArgumentException("system"));
    }
}
