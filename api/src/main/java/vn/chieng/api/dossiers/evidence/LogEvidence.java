package vn.chieng.api.dossiers.evidence;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.chieng.api.logs.LogCount;
import vn.chieng.api.logs.LogHolding;
import vn.chieng.api.logs.LogHoldings;

/** What the held logs of the system show: that they come in, how far back they reach, and how many of the sources send. */
@Component
final class LogEvidence implements MeasuredEvidence {
    private static final String COLLECTED = "logs-collected";
    private static final String RETENTION = "log-retention";
    private static final String SOURCES = "sources-live";
    private static final Duration LATELY = Duration.ofHours(24);
    private static final Duration COUNTS_FOR = Duration.ofDays(7);
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd/MM/yyyy").withZone(VIETNAM);

    private final LogHoldings logs;

    LogEvidence(LogHoldings logs) {
        this.logs = logs;
    }

    @Override
    public Set<String> names() {
        return Set.of(COLLECTED, RETENTION, SOURCES);
    }

    @Override
    public Optional<Measured> measure(String name, EvidenceSubject subject) {
        return logs.known().flatMap(count -> measure(name, subject, count));
    }

    static Optional<Measured> measure(String name, EvidenceSubject subject, LogCount count) {
        LogHolding held = count.bySystem().get(subject.systemId());
        if (held == null) {
            LogHolding ofBody = count.byOrganization().get(subject.organizationId());
            return Optional.of(
                    ofBody == null
                            ? measured("logs-none", List.of(), false, count.at())
                            : measured("logs-unrecognised", List.of(ofBody.sources()), false, count.at()));
        }
        return switch (name) {
            case COLLECTED ->
                Optional.of(measured(
                        COLLECTED,
                        List.of(DAY.format(held.newest()), held.sources()),
                        held.newest().isAfter(count.at().minus(LATELY)),
                        count.at()));
            case SOURCES ->
                Optional.of(measured(
                        SOURCES,
                        List.of(held.live(), held.sources()),
                        held.sources() > 0 && held.live() == held.sources(),
                        count.at()));
            case RETENTION -> retention(subject, held, count.at());
            default -> Optional.empty();
        };
    }

    /** Where the pack names no minimum for the level, there is nothing to hold the logs against. */
    private static Optional<Measured> retention(EvidenceSubject subject, LogHolding held, Instant at) {
        return subject.pack().retention().logs().stream()
                .filter(rule -> rule.level() == subject.level() && rule.months() != null)
                .findFirst()
                .map(rule -> {
                    int months = Objects.requireNonNull(rule.months());
                    ZonedDateTime demanded = at.atZone(VIETNAM).minusMonths(months);
                    boolean holds = !held.oldest().isAfter(demanded.toInstant());
                    long days = Duration.between(held.oldest(), at).toDays();
                    return measured(RETENTION, List.of(DAY.format(held.oldest()), days, months), holds, at);
                });
    }

    private static Measured measured(String name, List<Object> arguments, boolean holds, Instant at) {
        return new Measured("dossiers.measured." + name, arguments, holds, at, at.plus(COUNTS_FOR));
    }
}
