package vn.chieng.api.reports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.OrganizationNames;
import vn.chieng.api.access.Scope;
import vn.chieng.api.clocks.ClockView;
import vn.chieng.api.clocks.ClockViews;
import vn.chieng.api.console.Times;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentRegister;
import vn.chieng.api.systems.RegisteredSystem;
import vn.chieng.api.systems.SystemRegister;
import vn.chieng.law.clocks.Moment;
import vn.chieng.law.pack.Incidents;
import vn.chieng.law.pack.LawPack;

/** What the incident itself tells of the fields of reports, in Vietnamese, the language of papers. */
@Component
final class SheetSources {
    private static final Locale VIETNAMESE = Locale.of("vi");

    private final ClockViews clocks;
    private final IncidentRegister incidents;
    private final SystemRegister systems;
    private final OrganizationNames names;
    private final MessageSource messages;
    private final Times times;

    SheetSources(
            ClockViews clocks,
            IncidentRegister incidents,
            SystemRegister systems,
            OrganizationNames names,
            MessageSource messages,
            Times times) {
        this.clocks = clocks;
        this.incidents = incidents;
        this.systems = systems;
        this.names = names;
        this.messages = messages;
        this.times = times;
    }

    Map<String, String> of(Incident incident, LawPack pack) {
        Map<String, String> known = new LinkedHashMap<>();
        Map<String, Moment> moments = clocks.moments(incident);
        List<ClockView> running = clocks.of(incident, VIETNAMESE);
        known.put("incident-id", incident.number());
        known.put("system", system(incident));
        known.put(
                "t0",
                moments.values().stream()
                        .map(moment -> times.exact(moment.at()))
                        .collect(Collectors.joining("\n")));
        known.put("occurred", times.exact(incident.firstSeen()));
        known.put("description", incident.titleVi() + "\n" + incident.subject());
        known.put("group", group(incident, pack));
        known.put("severity", messages.getMessage("console.severity." + incident.severity(), null, VIETNAMESE));
        known.put("security-sign", answer(incident, "national-security-sign"));
        known.put("disruption", answer(incident, "serious-disruption"));
        known.put("owner", names(incident));
        known.put("contact", names(incident));
        known.put(
                "due",
                running.stream()
                        .map(view -> view.id() + ": " + times.brief(view.clock().due()))
                        .collect(Collectors.joining("\n")));
        known.put(
                "next-report",
                running.stream()
                        .filter(ClockView::inParts)
                        .map(view -> times.brief(view.clock().due()))
                        .collect(Collectors.joining("\n")));
        known.put(
                "cause",
                Objects.requireNonNullElse(
                        incident.cause().known(),
                        Objects.requireNonNullElse(incident.cause().unknownBecause(), "")));
        known.put(
                "evidence",
                messages.getMessage(
                        "reports.source.evidence",
                        new Object[] {incident.evidenceCount(), incident.detections()},
                        VIETNAMESE));
        known.put(
                "timeline",
                incidents.stages(incident.id()).entrySet().stream()
                        .map(stage -> times.brief(stage.getValue()) + " "
                                + messages.getMessage(
                                        "incidents.state." + stage.getKey().code(), null, VIETNAMESE))
                        .collect(Collectors.joining("\n")));
        known.values().removeIf(String::isBlank);
        return known;
    }

    private String system(Incident incident) {
        UUID id = incident.classification().systemId();
        return id == null
                ? ""
                : systems.find(id, new Scope.Everything()).map(this::system).orElse("");
    }

    private String system(RegisteredSystem system) {
        Integer level = system.level();
        return level == null
                ? system.name()
                : messages.getMessage("reports.source.system", new Object[] {system.name(), level}, VIETNAMESE);
    }

    private String names(Incident incident) {
        return incident.organizationIds().stream()
                .map(id -> names.name(id, VIETNAMESE))
                .collect(Collectors.joining("; "));
    }

    private static String group(Incident incident, LawPack pack) {
        String group = incident.classification().group();
        return pack.incidents().incidentGroups().stream()
                .filter(each -> each.id().equals(group))
                .map(Incidents.IncidentGroup::label)
                .map(label -> group + " " + label.vi())
                .findFirst()
                .orElse("");
    }

    private String answer(Incident incident, String question) {
        String answer = incident.classification().answers().get(question);
        return answer == null ? "" : messages.getMessage("reports.answer." + answer.equals("true"), null, VIETNAMESE);
    }
}
