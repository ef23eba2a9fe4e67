package vn.chieng.api.incidents.detail;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.console.Pagination;
import vn.chieng.api.incidents.EvidenceLine;
import vn.chieng.api.incidents.EvidenceLink;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentStore;
import vn.chieng.api.incidents.Reader;
import vn.chieng.api.incidents.timeline.TimelineEntry;

/** The pages of one incident that only show: its overview, its evidence. */
@Controller
@RequestMapping("/incidents/{id}")
final class IncidentDetailPages {
    private static final int EVIDENCE_PAGE = 50;

    private final IncidentStore store;
    private final IncidentView view;
    private final IncidentOverview overview;
    private final List<EvidenceLink> evidenceLinks;

    IncidentDetailPages(
            IncidentStore store, IncidentView view, IncidentOverview overview, List<EvidenceLink> evidenceLinks) {
        this.store = store;
        this.view = view;
        this.overview = overview;
        this.evidenceLinks = List.copyOf(evidenceLinks);
    }

    @GetMapping
    @Allowed(value = Permission.INCIDENTS_READ, scope = Allowed.ScopeRule.QUERY)
    String overview(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String show,
            SignedIn caller,
            Model model) {
        TimelineEntry.Source only = Stream.of(TimelineEntry.Source.values())
                .filter(source -> source.code().equals(show == null ? "" : show.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(null);
        return overview.fill(view.known(id, caller), only, caller, model);
    }

    @GetMapping("/evidence")
    @Allowed(value = Permission.INCIDENTS_READ, scope = Allowed.ScopeRule.QUERY)
    String evidence(@PathVariable long id, @RequestParam(defaultValue = "1") int page, SignedIn caller, Model model) {
        Incident incident = view.known(id, caller);
        int number = Math.clamp(page, 1, IncidentStore.MAX_EVIDENCE / EVIDENCE_PAGE);
        List<EvidenceLine> evidence =
                store.evidence(id, Reader.of(caller), (number - 1) * EVIDENCE_PAGE, EVIDENCE_PAGE);
        long total = store.countEvidence(id, caller.scope());
        view.fill(incident, "evidence", caller, model);
        model.addAttribute("evidence", evidence);
        model.addAttribute(
                "evidenceLinks",
                evidenceLinks.stream()
                        .filter(link -> caller.may(link.permission()))
                        .toList());
        model.addAttribute(
                "pagination",
                new Pagination("/incidents/" + id + "/evidence", evidence.size(), total, EVIDENCE_PAGE, number));
        return IncidentView.TEMPLATE;
    }
}
