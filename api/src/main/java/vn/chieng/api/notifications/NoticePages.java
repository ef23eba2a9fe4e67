package vn.chieng.api.notifications;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.console.Pagination;

/** What a person was told. */
@Controller
@RequestMapping("/notifications")
final class NoticePages {
    private static final int PAGE = 50;
    private static final int MOST = 1_000;

    private final NoticeStore notices;
    private final BellFeed feed;
    private final TransactionOperations transactions;
    private final Clock clock;

    NoticePages(NoticeStore notices, BellFeed feed, TransactionOperations transactions, Clock clock) {
        this.notices = notices;
        this.feed = feed;
        this.transactions = transactions;
        this.clock = clock;
    }

    @GetMapping
    @Allowed(Permission.OWN_ACCOUNT)
    String list(
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "1") int page,
            SignedIn caller,
            Model model) {
        boolean unreadOnly = show.equals("unread");
        int number = Math.clamp(page, 1, MOST / PAGE);
        var told = notices.list(caller, unreadOnly, (number - 1) * PAGE, PAGE);
        model.addAttribute("told", told);
        model.addAttribute("unreadOnly", unreadOnly);
        model.addAttribute(
                "pagination",
                new Pagination(
                        "/notifications" + (unreadOnly ? "?show=unread" : ""),
                        told.size(),
                        notices.count(caller, unreadOnly),
                        PAGE,
                        number));
        return "notifications/list";
    }

    /** Goes on to what the notice is about. */
    @PostMapping("/{id}/read")
    @Allowed(Permission.OWN_ACCOUNT)
    String read(@PathVariable long id, @RequestParam(defaultValue = "true") boolean open, SignedIn caller) {
        StoredNotice read = transactions.execute(
                _ -> notices.read(id, caller, clock.instant()).orElse(null));
        if (read == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return "redirect:" + (open ? read.path() : "/notifications");
    }

    @PostMapping("/read")
    @Allowed(Permission.OWN_ACCOUNT)
    String readAll(SignedIn caller) {
        transactions.executeWithoutResult(_ -> notices.readAll(caller, clock.instant()));
        return "redirect:/notifications";
    }

    /** The stream behind the bell. */
    @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Allowed(Permission.OWN_ACCOUNT)
    ResponseEntity<SseEmitter> stream(
            SignedIn caller, Locale locale, HttpServletRequest request, HttpServletResponse response) {
        SseEmitter emitter = feed.open(caller, locale, request.getSession().getId());
        if (emitter == null) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
        }
        response.setHeader("X-Accel-Buffering", "no");
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(emitter);
    }
}
