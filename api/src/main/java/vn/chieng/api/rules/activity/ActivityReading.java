package vn.chieng.api.rules.activity;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.event.RuleActivity;

/** Makes records of bytes; what cannot be one is counted and left out, since a later record of the run takes its place anyway. */
@Component
final class ActivityReading {
    private static final int MOST_NAME = 100;

    private final JsonMapper json;
    private final Counter unreadable;

    ActivityReading(JsonMapper json, MeterRegistry meters) {
        this.json = json;
        unreadable = meters.counter("chieng.rules.activity.unreadable");
    }

    List<RuleActivity> read(Iterable<byte[]> values) {
        List<RuleActivity> records = new ArrayList<>();
        for (byte[] value : values) {
            Optional<RuleActivity> record = read(value);
            record.ifPresentOrElse(records::add, unreadable::increment);
        }
        return records;
    }

    private Optional<RuleActivity> read(byte[] value) {
        try {
            return Optional.of(json.readValue(value, RuleActivity.class)).filter(ActivityReading::plausible);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    @SuppressWarnings("ConstantValue") // JSON may lack what the record promises
    private static boolean plausible(RuleActivity record) {
        return named(record.run())
                && named(record.ruleId())
                && record.at() != null
                && record.events() >= 0
                && record.candidates() >= 0
                && record.matches() >= 0
                && record.nanoseconds() >= 0
                && record.failures() >= 0;
    }

    private static boolean named(String name) {
        return name != null && !name.isBlank() && name.length() <= MOST_NAME && name.indexOf('\0') < 0;
    }
}
