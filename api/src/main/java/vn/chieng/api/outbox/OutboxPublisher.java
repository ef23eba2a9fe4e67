package vn.chieng.api.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;
import vn.chieng.api.kafka.OwnThread;

/** Sends what waits: one instance at a time, in order, again and again until the broker has it. */
@Component
class OutboxPublisher implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxPublisher.class);
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration COUNTED_EVERY = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    /** How a round ended. */
    enum Round {
        NOTHING_LEFT,
        MORE,
        FAILED
    }

    private final OutboxTable table;
    private final RecordSender sender;
    private final TransactionOperations transactions;
    private final Counter sent;
    private final Counter retried;
    private long counted = System.nanoTime() - COUNTED_EVERY.toNanos();
    private final AtomicLong waiting = new AtomicLong();
    private final Semaphore work = new Semaphore(0);
    private final OwnThread thread = new OwnThread("outbox");

    OutboxPublisher(OutboxTable table, RecordSender sender, TransactionOperations transactions, MeterRegistry meters) {
        this.table = table;
        this.sender = sender;
        this.transactions = transactions;
        sent = meters.counter("chieng.outbox.records.sent");
        retried = meters.counter("chieng.outbox.records.retried");
        Gauge.builder("chieng.outbox.records.waiting", waiting, AtomicLong::doubleValue)
                .description("records that the broker does not have yet")
                .register(meters);
    }

    @Override
    public void start() {
        thread.start(this::run);
    }

    @Override
    public void stop() {
        thread.end();
        wakeUp();
        thread.stop();
    }

    @Override
    public boolean isRunning() {
        return thread.isRunning();
    }

    /** Something may wait. */
    void wakeUp() {
        work.release();
    }

    private void run() {
        Duration pause = FIRST_PAUSE;
        while (thread.isRunning()) {
            switch (guarded()) {
                case MORE -> pause = FIRST_PAUSE;
                case NOTHING_LEFT -> {
                    pause = FIRST_PAUSE;
                    rest(IDLE);
                }
                case FAILED -> {
                    rest(pause);
                    pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
                }
            }
        }
    }

    private Round guarded() {
        try {
            Round round = round();
            count(round);
            return round;
        } catch (DataAccessException | TransactionException e) {
            LOG.atWarn().addKeyValue("error.type", e.getClass().getName()).log("outbox cannot be read; trying again");
            return Round.FAILED;
        }
    }

    /** Counting goes through all that wait, which after a large import is a million rows: not in each round. */
    private void count(Round round) {
        if (round == Round.NOTHING_LEFT) {
            waiting.set(0);
        } else if (System.nanoTime() - counted >= COUNTED_EVERY.toNanos()) {
            waiting.set(table.waiting());
            counted = System.nanoTime();
        }
    }

    /** One batch, in a transaction that keeps other instances away; whatever the broker has is deleted with it. */
    Round round() {
        Round round = transactions.execute(_ -> {
            if (!table.mine()) {
                return Round.NOTHING_LEFT;
            }
            List<OutboxRecord> batch = table.oldest();
            return batch.isEmpty() ? Round.NOTHING_LEFT : sent(batch);
        });
        return round == null ? Round.FAILED : round;
    }

    private Round sent(List<OutboxRecord> batch) {
        int accepted = sender.sent(batch);
        table.delete(batch.subList(0, accepted).stream().map(OutboxRecord::id).toList());
        sent.increment(accepted);
        retried.increment(batch.size() - accepted);
        return accepted == batch.size() ? Round.MORE : Round.FAILED;
    }

    /** Failures are waited out in full; otherwise a new record ends the rest at once. */
    private void rest(Duration atMost) {
        try {
            if (work.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                work.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
