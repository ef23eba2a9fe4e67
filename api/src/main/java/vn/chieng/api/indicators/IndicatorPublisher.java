package vn.chieng.api.indicators;

import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.api.kafka.KafkaSettings;
import vn.chieng.api.outbox.Outbox;
import vn.chieng.event.Indicator;
import vn.chieng.event.Topics;

/** Tells the engine of indicators, with the transaction that changes them. */
@Component
public final class IndicatorPublisher {
    private final Outbox outbox;
    private final JsonMapper json;
    private final String topic;

    IndicatorPublisher(Outbox outbox, JsonMapper json, KafkaSettings settings) {
        this.outbox = outbox;
        this.json = json;
        this.topic = new Topics(settings.topics().prefix()).indicators();
    }

    /** From now on events are compared with it. */
    public void publish(Indicator indicator) {
        outbox.publish(topic, indicator.key(), json.writeValueAsBytes(indicator));
    }

    /** From now on nothing matches it. */
    public void retract(Indicator indicator) {
        outbox.publish(topic, indicator.key(), null);
    }
}
