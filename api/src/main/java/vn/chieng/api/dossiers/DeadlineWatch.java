package vn.chieng.api.dossiers;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.chieng.api.access.Scope;
import vn.chieng.api.dossiers.workflow.RunningClock;
import vn.chieng.api.forms.FormWords;
import vn.chieng.api.notifications.Notice;
import vn.chieng.api.notifications.NoticeKind;
import vn.chieng.api.notifications.NoticeText;
import vn.chieng.api.notifications.Notices;

/** Tells the bodies of a dossier when half, most and all of a time limit is used up; each share once, also over restarts. */
@Component
class DeadlineWatch {
    private static final int PAGE = 200;

    private final DossierStore store;
    private final DossierContext context;
    private final Notices notices;
    private final MessageSource messages;
    private final TransactionOperations transactions;

    DeadlineWatch(
            DossierStore store,
            DossierContext context,
            Notices notices,
            MessageSource messages,
            TransactionOperations transactions) {
        this.store = store;
        this.context = context;
        this.notices = notices;
        this.messages = messages;
        this.transactions = transactions;
    }

    @Scheduled(cron = "15 */10 * * * *", zone = "Asia/Ho_Chi_Minh")
    void tell() {
        List<Dossier> page = store.list(DossierStore.Query.OPEN, new Scope.Everything(), 0, PAGE);
        for (int offset = PAGE; !page.isEmpty(); offset += PAGE) {
            page.forEach(this::tell);
            page = store.list(DossierStore.Query.OPEN, new Scope.Everything(), offset, PAGE);
        }
    }

    private void tell(Dossier dossier) {
        Instant now = context.now();
        List<RunningClock> reached = context.clocks(dossier).stream()
                .filter(clock -> clock.reached(now) > 0)
                .toList();
        if (!reached.isEmpty()) {
            transactions.executeWithoutResult(
                    _ -> reached.forEach(clock -> notices.send(notice(dossier, clock, clock.reached(now)))));
        }
    }

    /** The key holds the day the limit runs from: a limit that begins anew is told anew. */
    private Notice notice(Dossier dossier, RunningClock clock, int percent) {
        String key = "dossier-deadline:%s:%s:%d:%d"
                .formatted(dossier.id(), clock.deadline().id(), clock.from().getEpochSecond(), percent);
        return Notice.toRoles(
                NoticeKind.DOSSIER_DEADLINE,
                key,
                NoticeText.each(locale -> subject(dossier, clock, percent, locale)),
                "/dossiers/" + dossier.id(),
                Set.copyOf(dossier.organizationIds()));
    }

    private String subject(Dossier dossier, RunningClock clock, int percent, Locale locale) {
        String limit =
                FormWords.in(FormWords.language(locale)).of(clock.deadline().label());
        String day = clock.day().map(DossierModel.DAY::format).orElse("");
        return messages.getMessage(
                "dossiers.deadline.notice",
                new Object[] {dossier.number(), dossier.systemName(), percent, limit, day},
                locale);
    }
}
