package vn.chieng.api.incidents.detail;

import java.time.Duration;
import java.time.Instant;
import vn.chieng.api.console.AddressParameters;
import vn.chieng.api.incidents.EvidenceLine;
import vn.chieng.api.incidents.Incident;

/** Where the search in stored events goes on from an incident: its subject, from shortly before it was first seen. */
final class LogTraces {
    private static final Duration AROUND = Duration.ofMinutes(10);

    private LogTraces() {}

    /** The search for everything of the incident's subject in its time. */
    static String of(Incident incident) {
        String field = switch (incident.entity().kind()) {
            case HOST -> "host.name";
            case USER -> "user.name";
            case SOURCE -> "source.ip";
        };
        return address(
                field + ":" + quoted(incident.subject()),
                incident.firstSeen().minus(AROUND),
                incident.lastSeen().plus(AROUND));
    }

    /** One line of evidence as the whole event that is stored. */
    static String of(EvidenceLine line) {
        return AddressParameters.NONE
                .and("index", line.index())
                .and("id", line.eventId())
                .at("/logs/event");
    }

    /** The condition that finds what is about the same subject in the queue. */
    static String condition(Incident incident) {
        String field = switch (incident.entity().kind()) {
            case HOST -> "host";
            case USER -> "user";
            case SOURCE -> "ip";
        };
        return field + ":" + quoted(incident.subject());
    }

    private static String address(String asked, Instant from, Instant to) {
        return AddressParameters.NONE
                .and("q", asked)
                .and("from", from.toString())
                .and("to", to.toString())
                .at("/logs");
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
