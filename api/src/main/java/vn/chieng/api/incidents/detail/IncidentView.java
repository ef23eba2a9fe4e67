package vn.chieng.api.incidents.detail;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.console.Crumb;
import vn.chieng.api.incidents.CloseReason;
import vn.chieng.api.incidents.Escalation;
import vn.chieng.api.incidents.Handlers;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentFacts;
import vn.chieng.api.incidents.IncidentPanel;
import vn.chieng.api.incidents.IncidentState;
import vn.chieng.api.incidents.IncidentStore;
import vn.chieng.api.incidents.IncidentTab;
import vn.chieng.api.incidents.Reader;
import vn.chieng.api.incidents.Severity;
import vn.chieng.api.incidents.presence.Presence;
import vn.chieng.api.incidents.presence.Watching;
import vn.chieng.api.incidents.work.Escalations;
import vn.chieng.api.incidents.work.IncidentEditor;
import vn.chieng.api.incidents.work.IncidentEditor.Undo;
import vn.chieng.api.incidents.work.IncidentWork;
import vn.chieng.law.pack.Incidents;

/** Puts into the model what every page of an incident shows: its head, its tabs, what can be done with it. */
@Component
public final class IncidentView {
    /** The template of every page of an incident; the attribute {@code tabTemplate} names the one with the fragment {@code tab}. */
    public static final String TEMPLATE = "incidents/detail";

    private final IncidentStore store;
    private final IncidentEditor editor;
    private final Presence presence;
    private final Watching watching;
    private final Handlers handlers;
    private final IncidentFacts facts;
    private final List<IncidentTab> tabs;
    private final List<IncidentPanel> panels;
    private final MessageSource messages;
    private final Clock clock;

    IncidentView(
            IncidentStore store,
            IncidentEditor editor,
            Presence presence,
            Watching watching,
            Handlers handlers,
            IncidentFacts facts,
            List<IncidentTab> tabs,
            List<IncidentPanel> panels,
            MessageSource messages,
            Clock clock) {
        this.store = store;
        this.editor = editor;
        this.presence = presence;
        this.watching = watching;
        this.handlers = handlers;
        this.facts = facts;
        this.tabs = tabs.stream()
                .sorted(Comparator.comparingInt(IncidentTab::order))
                .toList();
        this.panels = panels.stream()
                .sorted(Comparator.comparingInt(IncidentPanel::order))
                .toList();
        this.messages = messages;
        this.clock = clock;
    }

    /** A tab with its count. */
    public record TabLink(String name, String key, String path, long count, boolean counted) {}

    /** The incident, or 404. */
    public Incident known(long id, SignedIn caller) {
        return store.find(id, Reader.of(caller)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Fills the model for one tab. */
    public void fill(Incident incident, String tab, SignedIn caller, Model model) {
        Reader reader = Reader.of(caller);
        model.addAttribute("incident", incident);
        model.addAttribute("tab", tab);
        model.addAttribute("tabTemplate", "incidents/tab-" + (tab.isEmpty() ? "overview" : tab));
        model.addAttribute("crumbs", crumbs(incident));
        model.addAttribute(
                "tabs", tabs.stream().map(each -> link(each, incident, reader)).toList());
        model.addAttribute("headPanels", panels(IncidentPanel.Place.HEAD, incident, caller));
        model.addAttribute("asidePanels", panels(IncidentPanel.Place.ASIDE, incident, caller));
        model.addAttribute(
                "viewers",
                presence.now(incident.id()).stream()
                        .filter(viewer -> viewer.accountId() != caller.accountId())
                        .toList());
        fillWork(incident, caller, model);
        model.addAttribute("logs", logs(incident, caller));
        model.addAttribute("carrier", carrier(incident, reader).orElse(null));
    }

    /** Where its subject is looked for in the stored events; null for whoever may not search them. */
    @Nullable
    String logs(Incident incident, SignedIn caller) {
        return caller.may(Permission.EVENTS_READ) ? LogTraces.of(incident) : null;
    }

    /** What this person can do with it as it stands. */
    private void fillWork(Incident incident, SignedIn caller, Model model) {
        boolean mayWork = caller.may(Permission.INCIDENTS_WORK);
        boolean working = mayWork && incident.state() != IncidentState.MERGED;
        boolean mayDecide = caller.may(Permission.INCIDENTS_DECIDE);
        model.addAttribute("mayWork", mayWork);
        model.addAttribute("working", working);
        Escalation escalation = incident.escalation();
        model.addAttribute("mayAnswer", mayWork && escalation != null && Escalations.mayAnswer(escalation, caller));
        model.addAttribute("mine", Objects.equals(incident.assigneeId(), caller.accountId()));
        model.addAttribute("watched", watching.watchers(incident.id()).contains(caller.accountId()));
        model.addAttribute(
                "moves",
                incident.state().next().stream()
                        .filter(next ->
                                working && (mayDecide || !incident.state().reserves(next)))
                        .toList());
        model.addAttribute("me", caller.accountId());
        model.addAttribute("mayName", caller.may(Permission.PERSONAL_DATA_READ));
        model.addAttribute("reasonChoices", CloseReason.DISMISSALS);
        model.addAttribute("severityChoices", Severity.values());
        model.addAttribute("handlerChoices", working ? handlers.all() : List.of());
        model.addAttribute("groupChoices", groups(incident));
        model.addAttribute("undoable", undoable(incident, caller));
    }

    private List<Incidents.IncidentGroup> groups(Incident incident) {
        return facts.pack(incident.detectedAt())
                .map(pack -> pack.incidents().incidentGroups())
                .orElse(List.of());
    }

    private static TabLink link(IncidentTab tab, Incident incident, Reader reader) {
        IncidentTab.Count count = tab.count();
        return new TabLink(
                tab.name(),
                tab.key(),
                tab.path(incident),
                count == null ? 0 : count.of(incident, reader),
                count != null);
    }

    /** What others show with it in a place. */
    List<IncidentPanel.Content> panels(IncidentPanel.Place place, Incident incident, SignedIn caller) {
        return panels.stream()
                .filter(panel -> panel.place() == place)
                .flatMap(panel -> panel.content(incident, caller).stream())
                .toList();
    }

    private boolean undoable(Incident incident, SignedIn caller) {
        Undo undo = editor.undo(incident.id());
        return undo != null
                && undo.version() == incident.version()
                && undo.accountId() == caller.accountId()
                && clock.instant().isBefore(undo.at().plus(IncidentWork.UNDO));
    }

    /** What carries it; whoever may see a part may see that. */
    private Optional<Incident> carrier(Incident incident, Reader reader) {
        Incident.Merged merged = incident.merged();
        return merged == null ? Optional.empty() : store.find(merged.into(), reader);
    }

    private List<Crumb> crumbs(Incident incident) {
        return List.of(
                new Crumb("/incidents", messages.getMessage("incidents.title", null, LocaleContextHolder.getLocale())),
                new Crumb("/incidents/" + incident.id(), incident.number()));
    }
}
