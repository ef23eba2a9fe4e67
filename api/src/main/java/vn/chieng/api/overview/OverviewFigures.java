package vn.chieng.api.overview;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.coverage.BodyCoverage;
import vn.chieng.api.coverage.Coverage;
import vn.chieng.api.coverage.CoverageFact;
import vn.chieng.api.coverage.CoverageStore;
import vn.chieng.api.coverage.SourceActivity;
import vn.chieng.api.dossiers.OverdueDossiers;
import vn.chieng.api.incidents.IncidentStore;
import vn.chieng.api.incidents.times.GroupTimes;
import vn.chieng.api.incidents.times.Grouping;
import vn.chieng.api.incidents.times.HandlingTimes;
import vn.chieng.api.incidents.times.Span;
import vn.chieng.api.organizations.OrganizationKind;
import vn.chieng.api.systems.RegisteredSystem;
import vn.chieng.api.systems.SystemQuery;
import vn.chieng.api.systems.SystemRegister;
import vn.chieng.api.systems.SystemStatus;

/** Gathers the figures of a scope from those who keep them; exercises are nowhere among them. */
@Component
final class OverviewFigures {
    static final int WEEKS = 12;

    private static final int RECENT = 6;
    private static final int MONTHS = 12;
    private static final int MOST_CLOCKS = 50;
    private static final Duration WEEK = Duration.ofDays(7);
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
    private static final Set<OrganizationKind> COMMUNES = Set.of(OrganizationKind.COMMUNE, OrganizationKind.WARD);

    private final Coverage coverage;
    private final CoverageStore months;
    private final HandlingTimes times;
    private final IncidentStore incidents;
    private final SystemRegister systems;
    private final OverdueDossiers dossiers;
    private final ObjectProvider<ClockFigures> clocks;
    private final ObjectProvider<SourceActivity> sources;
    private final Clock clock;

    OverviewFigures(
            Coverage coverage,
            CoverageStore months,
            HandlingTimes times,
            IncidentStore incidents,
            SystemRegister systems,
            OverdueDossiers dossiers,
            ObjectProvider<ClockFigures> clocks,
            ObjectProvider<SourceActivity> sources,
            Clock clock) {
        this.coverage = coverage;
        this.months = months;
        this.times = times;
        this.incidents = incidents;
        this.systems = systems;
        this.dossiers = dossiers;
        this.clocks = clocks;
        this.sources = sources;
        this.clock = clock;
    }

    /** The caller's scope, or the part of it that is asked for. */
    Overview of(Span span, Scope scope, SignedIn caller) {
        Instant now = clock.instant();
        List<BodyCoverage> bodies = coverage.bodies(scope);
        ClockFigures running = clocks.getIfAvailable();
        return new Overview(
                now,
                span,
                bodies,
                months.months(scope, MONTHS),
                approved(bodies),
                monitored(bodies),
                all(span, scope),
                all(span.before(), scope),
                recent(now, scope),
                times.weeks(now, WEEKS, scope),
                levels(scope),
                drilled(bodies, now),
                incidents.openCounts(scope),
                incidents.openCountsByOrganization(scope),
                running == null ? null : running.running(scope, MOST_CLOCKS),
                caller.may(Permission.DOSSIERS_READ) ? (long) dossiers.count(scope) : null,
                bodies.stream().filter(OverviewFigures::silent).toList());
    }

    private @Nullable GroupTimes all(Span span, Scope scope) {
        return times.figures(span, Grouping.ALL, scope).stream().findFirst().orElse(null);
    }

    private List<GroupTimes> recent(Instant now, Scope scope) {
        List<GroupTimes> recent = new ArrayList<>();
        for (int week = RECENT; week >= 1; week--) {
            GroupTimes found =
                    all(new Span(now.minus(WEEK.multipliedBy(week)), now.minus(WEEK.multipliedBy(week - 1L))), scope);
            if (found != null) {
                recent.add(found);
            }
        }
        return recent;
    }

    private static @Nullable Share approved(List<BodyCoverage> bodies) {
        if (bodies.stream().anyMatch(body -> body.approved() == null)) {
            return null;
        }
        return new Share(
                bodies.stream()
                        .map(BodyCoverage::approved)
                        .filter(Objects::nonNull)
                        .mapToLong(Integer::longValue)
                        .sum(),
                bodies.stream().mapToLong(BodyCoverage::operating).sum());
    }

    private @Nullable Share monitored(List<BodyCoverage> bodies) {
        if (sources.getIfAvailable() == null) {
            return null;
        }
        List<BodyCoverage> communes = bodies.stream()
                .filter(body -> COMMUNES.contains(body.organization().kind()))
                .toList();
        return new Share(
                communes.stream()
                        .filter(body -> body.sources() != null && body.sources().live() > 0)
                        .count(),
                communes.size());
    }

    private static boolean silent(BodyCoverage body) {
        SourceActivity.Activity activity = body.sources();
        return activity != null && activity.live() < activity.sources();
    }

    private SortedMap<Integer, Long> levels(Scope scope) {
        SortedMap<Integer, Long> levels = new TreeMap<>();
        for (RegisteredSystem system : systems.list(SystemQuery.ALL, scope)) {
            if (system.status() != SystemStatus.RETIRED) {
                Integer level = system.level();
                levels.merge(level == null ? 0 : level, 1L, Long::sum);
            }
        }
        return levels;
    }

    private static Share drilled(List<BodyCoverage> bodies, Instant now) {
        int year = LocalDate.ofInstant(now, VIETNAM).getYear();
        return new Share(
                bodies.stream()
                        .filter(body -> {
                            CoverageFact drill = body.fact("drill");
                            return drill != null && drill.asOf().getYear() == year;
                        })
                        .count(),
                bodies.size());
    }
}
