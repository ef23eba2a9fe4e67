package vn.chieng.api.rules;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.chieng.sigma.rule.SigmaSettings;

/**
 * Settings of rules.
 *
 * @param sources kinds of source that send events, as in {@code producers.yml}; none means every kind
 * @param placeholders values for the names that rules write as {@code %name%}; the engine needs the same
 * @param tryOutEvents most events a rule is tried on at once
 * @param tryOutTime longest time a try-out takes
 * @param tryOutsAtOnce try-outs that run at the same time
 */
@ConfigurationProperties("chieng.rules")
public record RuleSettings(
        @DefaultValue List<String> sources,
        @DefaultValue Map<String, List<String>> placeholders,
        @DefaultValue("200000") int tryOutEvents,
        @DefaultValue("20s") Duration tryOutTime,
        @DefaultValue("2") int tryOutsAtOnce) {

    public RuleSettings {
        sources = List.copyOf(sources);
        placeholders = Map.copyOf(placeholders);
        if (tryOutEvents < 1 || tryOutsAtOnce < 1) {
            throw new IllegalArgumentException(
                    "chieng.rules.try-out-events and chieng.rules.try-outs-at-once must be positive");
        }
    }

    /** What the reader of rules needs. */
    SigmaSettings sigma() {
        return new SigmaSettings(placeholders, SigmaSettings.DEFAULT.zone());
    }
}
