package vn.chieng.api.rules;

import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.api.kafka.KafkaSettings;
import vn.chieng.api.outbox.Outbox;
import vn.chieng.event.ActiveRule;
import vn.chieng.event.Topics;

/** Tells the engines, with the transaction that changes a rule, what is to run. */
@Component
final class ActiveRules {
    private final Outbox outbox;
    private final Topics topics;
    private final JsonMapper json;

    ActiveRules(Outbox outbox, KafkaSettings kafka, JsonMapper json) {
        this.outbox = outbox;
        this.topics = new Topics(kafka.topics().prefix());
        this.json = json;
    }

    /** The rule with its exceptions where it is enabled, otherwise that it is gone. */
    void publish(Rule rule, String text, List<RuleFilter> filters) {
        byte[] value = rule.enabled()
                ? json.writeValueAsBytes(new ActiveRule(
                        rule.id(),
                        rule.version(),
                        text,
                        rule.override(),
                        FilterYaml.documents(rule, filters),
                        rule.origin()))
                : null;
        outbox.publish(topics.rules(), rule.id(), value);
    }
}
