package vn.chieng.api.overview;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.console.Times;
import vn.chieng.api.incidents.Severity;

/** Says what waits for a decision: clocks near their end, dossiers overdue, systems without approval, sources that fell silent. */
@Component
final class Decisions {
    private static final Duration NEAR = Duration.ofHours(6);
    private static final int MOST_CLOCKS = 5;

    private final MessageSource messages;
    private final Times times;

    Decisions(MessageSource messages, Times times) {
        this.messages = messages;
        this.times = times;
    }

    List<Decision> of(Overview overview, SignedIn caller, Locale locale) {
        List<Decision> decisions = new ArrayList<>(clocks(overview, caller, locale));
        long grave = overview.open().getOrDefault(Severity.M1, 0L);
        if (grave > 0) {
            decisions.add(new Decision(
                    words("overview.decision.grave", locale, grave),
                    caller.may(Permission.INCIDENTS_READ) ? "/incidents?severity=M1" : null,
                    false));
        }
        Long dossiers = overview.overdueDossiers();
        if (dossiers != null && dossiers > 0) {
            decisions.add(new Decision(words("overview.decision.dossiers", locale, dossiers), "/dossiers", true));
        }
        long red = overview.bodies().stream().mapToLong(body -> body.red()).sum();
        if (red > 0) {
            decisions.add(new Decision(
                    words("overview.decision.red", locale, red),
                    caller.may(Permission.COVERAGE_READ) ? "/coverage#red" : null,
                    false));
        }
        if (!overview.silent().isEmpty()) {
            decisions.add(new Decision(
                    words("overview.decision.silent", locale, overview.silent().size()),
                    caller.may(Permission.COVERAGE_READ) ? "/coverage?measure=sources" : null,
                    false));
        }
        return decisions;
    }

    private List<Decision> clocks(Overview overview, SignedIn caller, Locale locale) {
        List<ClockFigures.Near> running = overview.clocks();
        if (running == null) {
            return List.of();
        }
        Instant now = overview.at();
        boolean mayRead = caller.may(Permission.INCIDENTS_READ);
        return running.stream()
                .filter(each -> each.due().minus(NEAR).isBefore(now))
                .limit(MOST_CLOCKS)
                .map(each -> {
                    boolean late = each.due().isBefore(now);
                    return new Decision(
                            words(
                                    late ? "overview.decision.clock.late" : "overview.decision.clock.near",
                                    locale,
                                    each.clock(),
                                    each.incidentNumber(),
                                    times.relative(each.due(), locale)),
                            mayRead ? each.path() : null,
                            late);
                })
                .toList();
    }

    private String words(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
