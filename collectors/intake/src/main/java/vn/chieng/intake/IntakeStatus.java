package vn.chieng.intake;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import vn.chieng.intake.http.StatusPages;
import vn.chieng.intake.spool.Spool;

/**
 * Health and metrics. Without Kafka this process still accepts, so readiness then says DEGRADED with 200; it says DOWN
 * with 503 when nothing can be accepted.
 */
final class IntakeStatus implements StatusPages {
    private static final String JSON = "application/json";
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final Spool spool;
    private final BooleanSupplier kafkaConnected;
    private final PrometheusMeterRegistry registry;

    IntakeStatus(Spool spool, BooleanSupplier kafkaConnected, PrometheusMeterRegistry registry) {
        this.spool = spool;
        this.kafkaConnected = kafkaConnected;
        this.registry = registry;
    }

    @Override
    public Optional<Page> page(String path) {
        return switch (path) {
            case "/health/liveness" -> Optional.of(new Page(200, JSON, "{\"status\":\"UP\"}"));
            case "/health/readiness" -> Optional.of(readiness());
            case "/metrics" -> Optional.of(new Page(200, PROMETHEUS, registry.scrape()));
            default -> Optional.empty();
        };
    }

    private Page readiness() {
        boolean accepting = spool.level() == Spool.Level.FLOWING;
        boolean kafka = kafkaConnected.getAsBoolean();
        String status = !accepting ? "DOWN" : kafka ? "UP" : "DEGRADED";
        String spoolStatus = accepting ? "UP" : spool.writable() ? "FULL" : "NOT_WRITABLE";
        return new Page(
                accepting ? 200 : 503,
                JSON,
                "{\"status\":\"%s\",\"kafka\":\"%s\",\"spool\":\"%s\",\"lag\":%d}"
                        .formatted(status, kafka ? "UP" : "DOWN", spoolStatus, spool.lag()));
    }
}
