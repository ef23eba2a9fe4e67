package vn.chieng.api.notifications;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import vn.chieng.api.kafka.OwnThread;

/** Spreads notices and sends deliveries, round by round; any number of instances may do it. */
@Component
final class DeliveryWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryWorker.class);
    private static final Duration IDLE = Duration.ofMillis(500);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    private final NoticeSpreading spreading;
    private final DeliveryWork work;
    private final DeliveryStore deliveries;
    private final NotificationSettings settings;
    private final AtomicLong waiting = new AtomicLong();
    private final OwnThread spreader = new OwnThread("notices");
    private final OwnThread deliverer = new OwnThread("deliveries");

    DeliveryWorker(
            NoticeSpreading spreading,
            DeliveryWork work,
            DeliveryStore deliveries,
            NotificationSettings settings,
            MeterRegistry meters) {
        this.spreading = spreading;
        this.work = work;
        this.deliveries = deliveries;
        this.settings = settings;
        Gauge.builder("chieng.notifications.deliveries.waiting", waiting, AtomicLong::doubleValue)
                .description("mails and webhooks that are not sent yet")
                .register(meters);
    }

    @Override
    public void start() {
        if (settings.deliver()) {
            spreader.start(() -> rounds(spreader, spreading::spread));
            deliverer.start(() -> rounds(deliverer, this::deliver));
        }
    }

    @Override
    public void stop() {
        spreader.end();
        deliverer.end();
        spreader.stop();
        deliverer.stop();
    }

    @Override
    public boolean isRunning() {
        return spreader.isRunning();
    }

    private boolean deliver() {
        boolean more = work.deliver();
        waiting.set(deliveries.waiting());
        return more;
    }

    /** One piece of work; whether there may be more. */
    private interface Round {
        boolean more();
    }

    private static void rounds(OwnThread thread, Round round) {
        while (thread.isRunning()) {
            try {
                if (!round.more()) {
                    rest(IDLE);
                }
            } catch (DataAccessException | TransactionException e) {
                LOG.atWarn()
                        .addKeyValue("error.type", e.getClass().getName())
                        .log("notices cannot be worked on; trying again");
                rest(AFTER_FAILURE);
            }
        }
    }

    private static void rest(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
