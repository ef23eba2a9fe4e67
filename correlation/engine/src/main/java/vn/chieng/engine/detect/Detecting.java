package vn.chieng.engine.detect;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.function.Supplier;
import vn.chieng.engine.kafka.KafkaClients;
import vn.chieng.engine.kafka.Output;
import vn.chieng.engine.kafka.Stage;
import vn.chieng.engine.kafka.StageState;
import vn.chieng.engine.kafka.TopicCreation;
import vn.chieng.event.Topics;

/** Opens the detect stage, again after each failure. */
public final class Detecting implements Supplier<Stage> {
    private static final String GROUP = "chieng-detect";

    private final KafkaClients clients;
    private final Topics topics;
    private final EventMatcher matcher;
    private final DetectSettings settings;
    private final DetectMeters meters;
    private final StageState state;
    private final Clock clock;

    public Detecting(
            KafkaClients clients,
            Topics topics,
            EventMatcher matcher,
            DetectSettings settings,
            MeterRegistry registry,
            StageState state,
            Clock clock) {
        this.clients = clients;
        this.topics = topics;
        this.matcher = matcher;
        this.settings = settings;
        this.meters = new DetectMeters(registry);
        this.state = state;
        this.clock = clock;
    }

    @Override
    public Stage get() {
        new TopicCreation(clients).createAbsent();
        return new DetectStage(
                clients.consumer(GROUP),
                new Output(clients.producer(), topics),
                topics,
                matcher,
                settings,
                meters,
                state,
                clock);
    }
}
