package vn.chieng.api.incidents.detail;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.incidents.IncidentStore;
import vn.chieng.api.incidents.work.Move;
import vn.chieng.api.query.Moments;

/** The form by which people write into the timeline what happened when nobody of the centre saw it. */
@Controller
final class TimelineEventPages {
    private final IncidentStore store;
    private final IncidentView view;
    private final IncidentOverview overview;
    private final Clock clock;

    TimelineEventPages(IncidentStore store, IncidentView view, IncidentOverview overview, Clock clock) {
        this.store = store;
        this.view = view;
        this.overview = overview;
        this.clock = clock;
    }

    @PostMapping("/incidents/{id}/events")
    @Allowed(value = Permission.INCIDENTS_WORK, scope = Allowed.ScopeRule.QUERY)
    String event(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(name = "what", defaultValue = "") String text,
            SignedIn caller,
            Model model,
            HttpServletResponse response) {
        Instant now = clock.instant();
        Instant happened = Moments.read(at, now).map(Moments.Span::from).orElse(null);
        boolean worded = !text.isBlank() && text.length() <= Move.MAX_NOTE;
        if (happened == null || happened.isAfter(now) || !worded) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("eventRefused", worded ? "time" : "text");
            model.addAttribute("eventAt", at);
            model.addAttribute("eventText", text);
            return overview.fill(view.known(id, caller), null, caller, model);
        }
        if (!store.event(id, happened, text, caller)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return "redirect:/incidents/" + id;
    }
}
