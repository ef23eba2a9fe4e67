package vn.chieng.engine;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.chieng.content.ShippedRules;
import vn.chieng.engine.correlate.Correlating;
import vn.chieng.engine.correlate.Knowledge;
import vn.chieng.engine.detect.ActiveRules;
import vn.chieng.engine.detect.Detecting;
import vn.chieng.engine.kafka.KafkaClients;
import vn.chieng.engine.kafka.StageState;
import vn.chieng.event.Topics;
import vn.chieng.sigma.RuleFolder;
import vn.chieng.sigma.rule.RuleSource;

@Configuration(proxyBeanMethods = false)
class EngineConfiguration {
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
    ActiveRules activeRules(EngineSettings settings, MeterRegistry registry) {
        ActiveRules rules = new ActiveRules(registry);
        List<RuleSource> sources = new ArrayList<>(ShippedRules.sigma());
        Path directory = settings.engine().rulesDirectory();
        if (directory != null) {
            try {
                sources.addAll(RuleFolder.read(directory));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read chieng.engine.rules-directory " + directory, e);
            }
        }
        rules.load(sources);
        return rules;
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
            ActiveRules rules,
            MeterRegistry registry,
            StageState detectState,
            Clock clock) {
        Topics topics = new Topics(settings.topics().prefix());
        return new StageLifecycle(
                DETECT, new Detecting(clients, topics, rules, settings.detectSettings(), registry, detectState, clock));
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
                        new Topics(settings.topics().prefix()),
                        new Compiled<>(Knowledge::shipped),
                        settings.correlationLimits(),
                        settings.engine().allowedLateness(),
                        registry,
                        correlateState,
                        clock));
    }

    /** Ready: both stages have their share of the partitions, and there are rules. */
    @Bean
    HealthIndicator stages(StageState detectState, StageState correlateState, ActiveRules rules) {
        return () -> {
            boolean ready = detectState.isAssigned() && correlateState.isAssigned() && rules.size() > 0;
            return (ready ? Health.up() : Health.outOfService())
                    .withDetail(DETECT, detectState.isAssigned())
                    .withDetail(CORRELATE, correlateState.isAssigned())
                    .withDetail("rules", rules.size())
                    .build();
        };
    }
}
