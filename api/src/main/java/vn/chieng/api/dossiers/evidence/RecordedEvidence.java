package vn.chieng.api.dossiers.evidence;

import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.chieng.api.coverage.CoverageFact;
import vn.chieng.api.coverage.CoverageStore;
import vn.chieng.api.coverage.FactKind;

/** Days that people record of a body on the coverage page: its last drill and its last scan. Exercises run in the product do not exist yet. */
@Component
final class RecordedEvidence implements MeasuredEvidence {
    private static final Map<String, FactKind> KINDS = Map.of("last-drill", FactKind.DRILL, "last-scan", FactKind.SCAN);
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final CoverageStore facts;
    private final Clock clock;

    RecordedEvidence(CoverageStore facts, Clock clock) {
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public Set<String> names() {
        return KINDS.keySet();
    }

    @Override
    public Optional<Measured> measure(String name, EvidenceSubject subject) {
        return Optional.ofNullable(KINDS.get(name))
                .map(kind -> facts.fact(subject.organizationId(), kind)
                        .map(fact -> measured(name, fact, subject.level()))
                        .orElseGet(() -> Measured.absent(name, clock.instant())));
    }

    private Measured measured(String name, CoverageFact fact, int level) {
        Instant done = fact.asOf().atStartOfDay(VIETNAM).toInstant();
        Instant expires =
                fact.asOf().plus(interval(name, level)).atStartOfDay(VIETNAM).toInstant();
        return new Measured(
                "dossiers.measured." + name,
                List.of(DAY.format(fact.asOf()), fact.recordedBy()),
                clock.instant().isBefore(expires),
                done,
                expires);
    }

    /** TCVN 14423, groups 7 and 16: a scan yearly, from level 3 every six months, at level 5 quarterly; a drill yearly. */
    private static Period interval(String name, int level) {
        if (name.equals("last-drill") || level < 3) {
            return Period.ofYears(1);
        }
        return Period.ofMonths(level == 5 ? 3 : 6);
    }
}
