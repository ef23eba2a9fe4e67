package vn.chieng.api.incidents.live;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.incidents.IncidentStore;
import vn.chieng.api.incidents.Reader;
import vn.chieng.api.incidents.queue.ListParameters;
import vn.chieng.api.organizations.OrganizationDirectory;

/** The stream behind a live queue, or behind one incident's page, which then counts as looking at it. */
@Controller
final class IncidentStream {
    private final LiveFeed feed;
    private final IncidentStore store;
    private final OrganizationDirectory organizations;
    private final Clock clock;

    IncidentStream(LiveFeed feed, IncidentStore store, OrganizationDirectory organizations, Clock clock) {
        this.feed = feed;
        this.store = store;
        this.organizations = organizations;
        this.clock = clock;
    }

    @GetMapping(path = "/incidents/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Allowed(value = Permission.INCIDENTS_READ, scope = Allowed.ScopeRule.QUERY)
    ResponseEntity<SseEmitter> stream(
            SignedIn caller,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            @RequestParam(required = false) @Nullable Long incident,
            @ModelAttribute ListParameters parameters) {
        if (incident != null && store.find(incident, Reader.of(caller)).isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        LiveReader.Subscription subscription;
        try {
            subscription = new LiveReader.Subscription(
                    incident,
                    parameters
                            .query(clock, organizations::subtree, caller.accountId())
                            .whole(),
                    parameters.chosenColumns());
        } catch (IllegalArgumentException e) {
            return ResponseEntity.badRequest().build();
        }
        SseEmitter emitter = feed.open(caller, locale, request.getSession().getId(), lastEventId, subscription);
        if (emitter == null) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
        }
        response.setHeader("X-Accel-Buffering", "no");
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(emitter);
    }
}
