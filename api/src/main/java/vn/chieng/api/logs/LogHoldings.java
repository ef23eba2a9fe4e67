package vn.chieng.api.logs;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Counts what is held every few minutes, so that a page never waits for it; while the store is away, the last count stands with its time. */
@Component
public class LogHoldings {
    private static final Logger LOG = LoggerFactory.getLogger(LogHoldings.class);

    private final LogIndex index;
    private final WatchedSystems systems;
    private final LogSettings settings;
    private final Clock clock;
    private final AtomicReference<Optional<LogCount>> last = new AtomicReference<>(Optional.empty());

    LogHoldings(LogIndex index, WatchedSystems systems, LogSettings settings, Clock clock) {
        this.index = index;
        this.systems = systems;
        this.settings = settings;
        this.clock = clock;
    }

    /** The last count; empty until there was one. */
    public Optional<LogCount> known() {
        return last.get();
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT15S")
    void count() {
        Instant now = clock.instant();
        try {
            Instant liveSince = now.minus(settings.liveWithin());
            last.set(Optional.of(
                    new LogCount(now, index.holdings(liveSince), index.holdings(systems.all(), liveSince))));
        } catch (IOException e) {
            LOG.atWarn()
                    .addKeyValue("error.message", String.valueOf(e.getMessage()))
                    .log("held logs were not counted");
        }
    }
}
