package vn.chieng.api.incidents.queue;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.console.AddressParameters;
import vn.chieng.api.query.ValueFilter;
import vn.chieng.api.views.SavedView;
import vn.chieng.api.views.SavedViews;
import vn.chieng.api.views.ViewArea;

/** The queue. */
@Controller
final class IncidentPages {
    private static final String NO_VIEW = "none";
    /** What whoever comes to work wants to see first. */
    private static final ListParameters USUAL = ListParameters.of(Map.of("state", "open", "since", "24h"));

    private final QueueModel list;
    private final SavedViews views;

    IncidentPages(QueueModel list, SavedViews views) {
        this.list = list;
        this.views = views;
    }

    /** The queue as asked for; where nothing was, the view that this person had open last, or the open ones of a day. */
    @GetMapping("/incidents")
    @Allowed(value = Permission.INCIDENTS_READ, scope = Allowed.ScopeRule.QUERY)
    String list(
            @ModelAttribute ListParameters parameters,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            @RequestHeader(name = "HX-Target", required = false) @Nullable String target) {
        response.addHeader("Vary", "HX-Target");
        boolean rowsOnly = "rows".equals(target);
        if (!rowsOnly) {
            String elsewhere = remembered(parameters, caller);
            if (elsewhere != null) {
                return "redirect:" + elsewhere;
            }
        }
        list.fill(parameters.isBare() ? USUAL : parameters, caller, model, rowsOnly);
        return rowsOnly ? "incidents/list :: update" : "incidents/list";
    }

    /** Where to go instead; null to stay. */
    private @Nullable String remembered(ListParameters parameters, SignedIn caller) {
        if (parameters.isBare()) {
            return views.last(ViewArea.INCIDENTS, caller).map(SavedView::link).orElse(null);
        }
        String view = parameters.view();
        if (view == null) {
            return null;
        }
        if (view.equals(NO_VIEW)) {
            views.opened(ViewArea.INCIDENTS, null, caller);
            return USUAL.address();
        }
        SavedView known = views.find(key(view), caller)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "view"));
        views.opened(ViewArea.INCIDENTS, known, caller);
        boolean onlyNamed = parameters.values().keySet().equals(Set.of("view"))
                && !known.address().isEmpty();
        return onlyNamed ? known.link() : null;
    }

    private static UUID key(String view) {
        try {
            return UUID.fromString(view);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "view", e);
        }
    }

    /** What a value's menu leads to: the list with the value included, excluded, or alone. */
    @GetMapping("/incidents/refine")
    @Allowed(value = Permission.INCIDENTS_READ, scope = Allowed.ScopeRule.QUERY)
    String refine(
            @ModelAttribute ListParameters parameters,
            @RequestParam(defaultValue = "") String include,
            @RequestParam(defaultValue = "") String exclude,
            @RequestParam(defaultValue = "") String only) {
        AddressParameters kept =
                only.isBlank() ? parameters.asked() : parameters.asked().without("state", "severity", "organization");
        return "redirect:"
                + kept.without("view")
                        .with("q", ValueFilter.refined(parameters.q(), include, exclude, only))
                        .at("/incidents");
    }
}
