package vn.chieng.api.logs;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Tells which sources have stopped sending; one that is silent for weeks was taken away and is told no more. */
@Component
final class SourceWatch {
    private static final Logger LOG = LoggerFactory.getLogger(SourceWatch.class);
    private static final Duration GONE = Duration.ofDays(14);

    private final LogIndex index;
    private final LogSettings settings;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;
    private final Clock clock;

    SourceWatch(
            LogIndex index,
            LogSettings settings,
            ApplicationEventPublisher events,
            TransactionOperations transactions,
            Clock clock) {
        this.index = index;
        this.settings = settings;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
    void watch() {
        Instant now = clock.instant();
        try {
            index.sources().stream()
                    .filter(source -> source.newest().isBefore(now.minus(settings.liveWithin())))
                    .filter(source -> source.newest().isAfter(now.minus(GONE)))
                    .forEach(source ->
                            transactions.executeWithoutResult(_ -> events.publishEvent(new SourceSilent(source))));
        } catch (IOException e) {
            LOG.atWarn()
                    .addKeyValue("error.message", String.valueOf(e.getMessage()))
                    .log("silent sources were not looked for");
        }
    }
}
