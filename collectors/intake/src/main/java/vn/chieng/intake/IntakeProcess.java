package vn.chieng.intake;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import vn.chieng.event.Topics;
import vn.chieng.intake.shipping.KafkaSettings;

/** The intake process. It has no auto-configuration, so that it stays small enough for a commune's edge. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableConfigurationProperties({IntakeSettings.class, KafkaConnection.class, TopicSettings.class})
public class IntakeProcess {

    /** Starts it; the arguments are Spring properties. */
    public static void main(String[] arguments) {
        try {
            Environment environment =
                    SpringApplication.run(IntakeProcess.class, arguments).getEnvironment();
            if (environment.getProperty("chieng.parent-pipe", Boolean.class, false)) {
                ParentPipe.watch(System.in);
            }
        } catch (RuntimeException | LinkageError e) {
            // Spring has logged it; threads of parts that did start must not keep a half process alive
            System.exit(1);
        }
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    PrometheusMeterRegistry meterRegistry() {
        return new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    }

    @Bean
    IntakeServer intakeServer(
            IntakeSettings settings,
            KafkaConnection kafka,
            TopicSettings topics,
            PrometheusMeterRegistry registry,
            Clock clock)
            throws IOException {
        KafkaSettings kafkaSettings =
                new KafkaSettings(kafka.bootstrapServers(), new Topics(topics.prefix()), topics.replicationFactor());
        return new IntakeServer(
                settings,
                kafkaSettings,
                registry,
                clock,
                () -> UUID.randomUUID().toString());
    }
}
