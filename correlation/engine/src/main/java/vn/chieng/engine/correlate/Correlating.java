package vn.chieng.engine.correlate;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import vn.chieng.engine.kafka.KafkaClients;
import vn.chieng.engine.kafka.Output;
import vn.chieng.engine.kafka.Stage;
import vn.chieng.engine.kafka.StageState;
import vn.chieng.engine.kafka.TopicCreation;
import vn.chieng.engine.records.RecordJson;
import vn.chieng.event.Topics;

/** Opens the correlate stage, again after each failure; the rules are compiled once. */
public final class Correlating implements Supplier<Stage> {
    private static final String GROUP = "chieng-correlate";

    private final KafkaClients clients;
    private final Topics topics;
    private final Supplier<Knowledge> knowledge;
    private final CorrelationLimits limits;
    private final Duration allowedLateness;
    private final CorrelationMeters meters;
    private final StageState state;
    private final Clock clock;
    private final RecordJson json = new RecordJson();

    public Correlating(
            KafkaClients clients,
            Topics topics,
            Supplier<Knowledge> knowledge,
            CorrelationLimits limits,
            Duration allowedLateness,
            MeterRegistry registry,
            StageState state,
            Clock clock) {
        this.clients = clients;
        this.topics = topics;
        this.knowledge = knowledge;
        this.limits = limits;
        this.allowedLateness = allowedLateness;
        this.meters = new CorrelationMeters(registry);
        this.state = state;
        this.clock = clock;
    }

    @Override
    public Stage get() {
        Sessions sessions = new Sessions(knowledge.get(), limits, allowedLateness, meters, json);
        new TopicCreation(clients).createAbsent();
        return new CorrelateStage(
                clients.consumer(GROUP), new Output(clients.producer(), topics), topics, sessions, state, clock);
    }
}
