package vn.chieng.engine;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.chieng.content.ShippedRules;
import vn.chieng.engine.correlate.Correlating;
import vn.chieng.engine.correlate.Knowledge;
import vn.chieng.engine.detect.Detecting;
import vn.chieng.engine.indicators.LiveIndicators;
import vn.chieng.engine.kafka.KafkaClients;
import vn.chieng.engine.kafka.StageState;
import vn.chieng.engine.kafka.TableReading;
import vn.chieng.engine.rules.RuleSwap;
import vn.chieng.engine.rules.RuleTable;
import vn.chieng.event.Topics;
import vn.chieng.indicators.IndicatorField;
import vn.chieng.sigma.RuleFolder;
import vn.chieng.sigma.rule.RuleSource;

@Configuration(proxyBeanMethods = false)
class EngineConfiguration {
    private static final String RULES = "rules";
    private static final String INDICATORS = "indicators";
    private static final String DETECT = "detect";
    private static final String CORRELATE = "correlate";

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    KafkaClients kafkaClients(EngineSettings settings) {
        return new KafkaClients(settings.kafkaSettings());
    }

    @Bean
    RuleSwap ruleSwap(MeterRegistry registry) {
        return new RuleSwap(registry);
    }

    @Bean
    LiveIndicators liveIndicators(EngineSettings settings, Clock clock, MeterRegistry registry) {
        return new LiveIndicators(settings.engine().indicators(), IndicatorField.shipped(), clock, registry);
    }

    @Bean
    StageLifecycle rules(
            EngineSettings settings,
            KafkaClients clients,
            RuleSwap swap,
            LiveIndicators indicators,
            Clock clock,
            MeterRegistry registry) {
        RuleTable table =
                new RuleTable(ShippedRules.sigma(), directory(settings), indicators.fields(), swap, clock, registry);
        return new StageLifecycle(
                RULES, new TableReading(clients, topics(settings).rules(), table));
    }

    @Bean
    StageLifecycle indicators(EngineSettings settings, KafkaClients clients, LiveIndicators indicators) {
        return new StageLifecycle(
                INDICATORS, new TableReading(clients, topics(settings).indicators(), indicators));
    }

    private static List<RuleSource> directory(EngineSettings settings) {
        Path directory = settings.engine().rulesDirectory();
        try {
            return directory == null ? List.of() : RuleFolder.read(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read chieng.engine.rules-directory " + directory, e);
        }
    }

    private static Topics topics(EngineSettings settings) {
        return new Topics(settings.topics().prefix());
    }

    @Bean
    StageState detectState(MeterRegistry registry) {
        return new StageState(DETECT, registry);
    }

    @Bean
    StageState correlateState(MeterRegistry registry) {
        return new StageState(CORRELATE, registry);
    }

    @Bean
    StageLifecycle detect(
            EngineSettings settings,
            KafkaClients clients,
            RuleSwap rules,
            LiveIndicators indicators,
            MeterRegistry registry,
            StageState detectState,
            Clock clock) {
        return new StageLifecycle(
                DETECT,
                new Detecting(
                        clients,
                        topics(settings),
                        rules,
                        indicators,
                        UUID.randomUUID().toString(),
                        settings.detectSettings(),
                        registry,
                        detectState,
                        clock));
    }

    @Bean
    StageLifecycle correlate(
            EngineSettings settings,
            KafkaClients clients,
            MeterRegistry registry,
            StageState correlateState,
            Clock clock) {
        return new StageLifecycle(
                CORRELATE,
                new Correlating(
                        clients,
                        topics(settings),
                        new Compiled<>(Knowledge::shipped),
                        settings.correlationLimits(),
                        settings.engine().allowedLateness(),
                        registry,
                        correlateState,
                        clock));
    }

    /** Ready: both stages have their share of the partitions, and there are rules. */
    @Bean
    HealthIndicator stages(StageState detectState, StageState correlateState, RuleSwap rules) {
        return () -> {
            boolean ready = detectState.isAssigned() && correlateState.isAssigned() && rules.size() > 0;
            return (ready ? Health.up() : Health.outOfService())
                    .withDetail(DETECT, detectState.isAssigned())
                    .withDetail(CORRELATE, correlateState.isAssigned())
                    .withDetail(RULES, rules.size())
                    .build();
        };
    }
}
