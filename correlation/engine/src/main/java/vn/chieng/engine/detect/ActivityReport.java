package vn.chieng.engine.detect;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import vn.chieng.engine.kafka.Output;
import vn.chieng.engine.records.RecordJson;
import vn.chieng.engine.rules.RunningRules;
import vn.chieng.event.RuleActivity;
import vn.chieng.event.Topics;

/** Writes what was counted of each rule, now and then. */
final class ActivityReport {
    private final RunningRules rules;
    private final Topics topics;
    private final Duration interval;
    private final Clock clock;
    private final RecordJson json = new RecordJson();
    private Instant written;

    ActivityReport(RunningRules rules, Topics topics, Duration interval, Clock clock) {
        this.rules = rules;
        this.topics = topics;
        this.interval = interval;
        this.clock = clock;
        this.written = clock.instant();
    }

    /** To be called when a stage opens: what the last one wrote may be lost. */
    void begin() {
        rules.forgetTold();
    }

    void writeIfDue(Output output) {
        if (!clock.instant().isBefore(written.plus(interval))) {
            write(output);
        }
    }

    void write(Output output) {
        written = clock.instant();
        for (RuleActivity each : rules.news()) {
            output.write(topics.ruleActivity(), each.run() + "/" + each.ruleId(), json.bytes(each), written);
        }
    }
}
