package vn.chieng.api.notifications;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.chieng.api.identity.LastDay;
import vn.chieng.api.notifications.Delivery.Outcome;
import vn.chieng.api.notifications.Delivery.Target;
import vn.chieng.api.organizations.OrganizationDirectory;

/** Sends what is due: at least once, later again where it failed, until it is given up for people to see. */
@Component
final class DeliveryWork {
    static final int BATCH = 50;

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryWork.class);
    private static final Duration LEASE = Duration.ofMinutes(20);

    private final DeliveryStore deliveries;
    private final MailChannel mail;
    private final HookChannel hooks;
    private final Notices notices;
    private final OrganizationDirectory organizations;
    private final NotificationSettings settings;
    private final MessageSource messages;
    private final MeterRegistry meters;
    private final TransactionOperations transactions;
    private final Clock clock;

    DeliveryWork(
            DeliveryStore deliveries,
            MailChannel mail,
            HookChannel hooks,
            Notices notices,
            OrganizationDirectory organizations,
            NotificationSettings settings,
            MessageSource messages,
            MeterRegistry meters,
            TransactionOperations transactions,
            Clock clock) {
        this.deliveries = deliveries;
        this.mail = mail;
        this.hooks = hooks;
        this.notices = notices;
        this.organizations = organizations;
        this.settings = settings;
        this.messages = messages;
        this.meters = meters;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Sends a batch; whether there may be more. */
    boolean deliver() {
        List<Delivery> claimed = deliveries.claim(clock.instant(), LEASE, BATCH);
        // side by side, so that a receiver who does not answer holds nobody else up
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            together(claimed).forEach(together -> all.execute(() -> attempt(together)));
        }
        return claimed.size() == BATCH;
    }

    private void attempt(List<Delivery> together) {
        Outcome outcome = outcome(together);
        together.forEach(each -> settle(each, outcome));
    }

    private Outcome outcome(List<Delivery> together) {
        try {
            return switch (together.getFirst().target()) {
                case Target.Mailbox(long account) -> mail.send(account, together);
                case Target.Hook(long hook) -> hooks.send(hook, together.getFirst());
            };
        } catch (RuntimeException e) { // also what nobody thought of ends among the failures, not in an endless round
            return Outcome.Failed.by(e);
        }
    }

    /** Mails of one digest go out as one; everything else by itself. */
    private static List<List<Delivery>> together(List<Delivery> claimed) {
        Map<Object, List<Delivery>> mails = new LinkedHashMap<>();
        for (Delivery each : claimed) {
            Object key = each.digest() ? each.target() : each.idempotency();
            mails.computeIfAbsent(key, _ -> new ArrayList<>()).add(each);
        }
        return List.copyOf(mails.values());
    }

    private void settle(Delivery delivery, Outcome outcome) {
        Instant now = clock.instant();
        switch (outcome) {
            case Outcome.Sent _ -> {
                deliveries.sent(delivery, now);
                count("sent", delivery);
            }
            case Outcome.Unwanted _ -> deliveries.drop(delivery);
            case Outcome.Failed(String error)
            when delivery.attempts() < settings.attempts() -> {
                deliveries.again(delivery, now.plus(settings.pause(delivery.attempts())), error);
                count("retried", delivery);
            }
            case Outcome.Failed(String error) -> {
                giveUp(delivery, error, now);
                count("dead", delivery);
            }
        }
    }

    private void giveUp(Delivery delivery, String error, Instant now) {
        LOG.atWarn()
                .addKeyValue("chieng.delivery.id", delivery.id())
                .addKeyValue("chieng.delivery.channel", delivery.target().channel())
                .log("a notice could not be delivered and is given up");
        transactions.executeWithoutResult(_ -> {
            deliveries.dead(delivery, error);
            if (delivery.notice().kind() != NoticeKind.SILENT_FAILURE) {
                notices.send(Notice.toRoles(
                        NoticeKind.SILENT_FAILURE,
                        "deliveries-dead-" + delivery.target().channel() + "-" + LastDay.today(now),
                        NoticeText.of(
                                messages,
                                "notifications.dead." + delivery.target().channel()),
                        "/admin/notifications/failures",
                        Set.of(organizations.root().id())));
            }
        });
    }

    private void count(String what, Delivery delivery) {
        meters.counter(
                        "chieng.notifications.deliveries." + what,
                        "channel",
                        delivery.target().channel())
                .increment();
    }
}
