package vn.chieng.api.signin.sessions;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.view.RedirectView;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.CallerSession;
import vn.chieng.api.access.OrganizationNames;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;

/** The role one's own session acts in, and how long it lasts. */
@Controller
@RequestMapping("/me")
final class ActingPages {
    private final Sessions sessions;
    private final SessionRights rights;
    private final SessionGate gate;
    private final OrganizationNames organizations;

    ActingPages(Sessions sessions, SessionRights rights, SessionGate gate, OrganizationNames organizations) {
        this.sessions = sessions;
        this.rights = rights;
        this.gate = gate;
        this.organizations = organizations;
    }

    /**
     * A role to choose from.
     *
     * @param until when it ends; null: it does not
     */
    record Choice(
            long id,
            String role,
            String organization,
            boolean delegated,
            @Nullable Instant until) {}

    @GetMapping("/acting")
    @Allowed(Permission.OWN_ACCOUNT)
    String choices(SignedIn caller, Locale locale, Model model) {
        List<Choice> choices = rights.choices(caller.accountId()).stream()
                .map(held -> new Choice(
                        held.id(),
                        held.role().name(),
                        organizations.name(held.organizationId(), locale),
                        held.delegatedFrom() != null,
                        held.endsAt()))
                .toList();
        model.addAttribute("choices", choices);
        model.addAttribute("current", caller.assignmentId());
        return "signin/acting";
    }

    @PostMapping("/acting")
    @Allowed(Permission.OWN_ACCOUNT)
    RedirectView act(
            SignedIn caller, @RequestParam long assignment, HttpServletRequest request, HttpServletResponse response) {
        if (!sessions.act(request, response, caller, assignment)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var redirect = new RedirectView("/");
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return redirect;
    }

    @GetMapping("/session")
    @Allowed(Permission.OWN_ACCOUNT)
    ResponseEntity<Map<String, Long>> left(HttpServletRequest request) {
        return request.getAttribute(CallerSession.ATTRIBUTE) instanceof CallerSession session
                ? seconds(session.left())
                : ResponseEntity.noContent().build(); // an API token has no session
    }

    @PostMapping("/session")
    @Allowed(Permission.OWN_ACCOUNT)
    ResponseEntity<Map<String, Long>> extend(SignedIn caller, HttpServletRequest request) {
        return Sessions.principal(request)
                .map(principal -> seconds(gate.extend(caller, principal, request.getRemoteAddr())))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    private static ResponseEntity<Map<String, Long>> seconds(Duration left) {
        return ResponseEntity.ok(Map.of("secondsLeft", Math.max(0, left.toSeconds())));
    }
}
