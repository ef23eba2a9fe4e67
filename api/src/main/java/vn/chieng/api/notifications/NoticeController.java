package vn.chieng.api.notifications;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;

/** What a person was told, for programs. */
@RestController
@RequestMapping("/api/v1/notifications")
final class NoticeController {
    private static final int MOST = 200;

    private final NoticeStore notices;
    private final TransactionOperations transactions;
    private final Clock clock;

    NoticeController(NoticeStore notices, TransactionOperations transactions, Clock clock) {
        this.notices = notices;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A notice in an answer. */
    record Told(
            long id,
            String kind,
            NoticeText subject,
            @Nullable NoticeText detail,
            String path,
            TreeSet<String> organizationIds,
            boolean drill,
            Instant at,
            @Nullable Instant readAt) {}

    @GetMapping
    @Allowed(Permission.OWN_ACCOUNT)
    List<Told> list(
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(defaultValue = "0") int offset,
            SignedIn caller) {
        return notices.list(caller, unread, Math.max(0, offset), MOST).stream()
                .map(each -> told(each.notice(), each.readAt()))
                .toList();
    }

    @PostMapping("/{id}/read")
    @Allowed(Permission.OWN_ACCOUNT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@PathVariable long id, SignedIn caller) {
        if (transactions.execute(_ -> notices.read(id, caller, clock.instant()).orElse(null)) == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private static Told told(StoredNotice stored, @Nullable Instant readAt) {
        Notice notice = stored.notice();
        return new Told(
                stored.id(),
                notice.kind().code(),
                notice.subject(),
                notice.detail(),
                notice.path(),
                new TreeSet<>(notice.organizationIds()),
                notice.drill(),
                stored.createdAt(),
                readAt);
    }
}
