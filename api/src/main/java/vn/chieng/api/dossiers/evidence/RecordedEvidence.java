package vn.chieng.api.dossiers.evidence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.chieng.api.coverage.checks.CheckKind;
import vn.chieng.api.coverage.checks.CheckStanding;
import vn.chieng.api.coverage.checks.RecordedCheck;
import vn.chieng.api.coverage.checks.SystemChecks;

/** Drills, scans, reviews and tests that people recorded, of the system or, where the pack lets that count, of its whole body. */
@Component
final class RecordedEvidence implements MeasuredEvidence {
    private static final Map<String, CheckKind> KINDS =
            Arrays.stream(CheckKind.values()).collect(Collectors.toMap(CheckKind::evidence, Function.identity()));
    private static final Duration NO_INTERVAL_COUNTS_FOR = Duration.ofDays(365);
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final SystemChecks checks;
    private final ReviewEvidence reviews;
    private final Clock clock;

    RecordedEvidence(SystemChecks checks, ReviewEvidence reviews, Clock clock) {
        this.checks = checks;
        this.reviews = reviews;
        this.clock = clock;
    }

    @Override
    public Set<String> names() {
        return KINDS.keySet();
    }

    @Override
    public Optional<Measured> measure(String name, EvidenceSubject subject) {
        CheckKind kind = Objects.requireNonNull(KINDS.get(name));
        CheckStanding standing = checks.of(
                kind, UUID.fromString(subject.systemId()), subject.organizationId(), subject.pack(), subject.level());
        Optional<Measured> recorded =
                Optional.ofNullable(standing.latest()).map(check -> measured(name, check, standing));
        return Optional.of(
                (kind == CheckKind.REVIEW ? later(recorded, reviews.finished(standing.term(), subject)) : recorded)
                        .orElseGet(() ->
                                Measured.absent(standing.ofBodyOnly() ? name + "-unnamed" : name, clock.instant())));
    }

    private static Optional<Measured> later(Optional<Measured> first, Optional<Measured> second) {
        return first.filter(
                        one -> second.isEmpty() || one.at().isAfter(second.get().at()))
                .or(() -> second);
    }

    private Measured measured(String name, RecordedCheck check, CheckStanding standing) {
        Instant done = start(check.heldOn());
        LocalDate end = standing.expires();
        Instant expires = end == null ? clock.instant().plus(NO_INTERVAL_COUNTS_FOR) : start(end);
        return new Measured(
                "dossiers.measured." + name + (check.ofWholeBody() ? "-body" : ""),
                List.of(DAY.format(check.heldOn()), check.heldBy(), check.recordedBy()),
                clock.instant().isBefore(expires),
                done,
                expires);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(VIETNAM).toInstant();
    }
}
