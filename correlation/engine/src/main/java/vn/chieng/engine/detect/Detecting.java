package vn.chieng.engine.detect;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import vn.chieng.engine.indicators.LiveIndicators;
import vn.chieng.engine.kafka.KafkaClients;
import vn.chieng.engine.kafka.Output;
import vn.chieng.engine.kafka.Stage;
import vn.chieng.engine.kafka.StageState;
import vn.chieng.engine.kafka.TopicCreation;
import vn.chieng.engine.rules.RuleSwap;
import vn.chieng.engine.rules.RunningRules;
import vn.chieng.event.Topics;

/** Opens the detect stage, again after each failure. */
public final class Detecting implements Supplier<Stage> {
    private static final String GROUP = "chieng-detect";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaClients clients;
    private final Topics topics;
    private final RuleSwap rules;
    private final LiveIndicators indicators;
    private final EventMatcher matcher;
    private final ActivityReport activity;
    private final DetectSettings settings;
    private final DetectMeters meters;
    private final StageState state;
    private final Clock clock;

    /** @param run a name for this start of this process */
    public Detecting(
            KafkaClients clients,
            Topics topics,
            RuleSwap rules,
            LiveIndicators indicators,
            String run,
            DetectSettings settings,
            MeterRegistry registry,
            StageState state,
            Clock clock) {
        this.clients = clients;
        this.topics = topics;
        this.rules = rules;
        this.indicators = indicators;
        RunningRules running = new RunningRules(rules, run, clock);
        this.matcher = new OnePass(running, indicators);
        this.activity = new ActivityReport(running, topics, settings.activityInterval(), clock);
        this.settings = settings;
        this.meters = new DetectMeters(registry);
        this.state = state;
        this.clock = clock;
    }

    @Override
    public Stage get() {
        new TopicCreation(clients).createAbsent();
        awaitTables();
        return new DetectStage(
                clients.consumer(GROUP),
                new Output(clients.producer(), topics),
                topics,
                matcher,
                activity,
                settings,
                meters,
                state,
                clock);
    }

    /** No event may be matched before the rules and indicators that stood there are read. */
    private void awaitTables() {
        try {
            if (!rules.awaitFirst(PATIENCE) || !indicators.awaitRead(PATIENCE)) {
                throw new KafkaException("rules or indicators could not be read yet");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while rules and indicators are read", e);
        }
    }
}
