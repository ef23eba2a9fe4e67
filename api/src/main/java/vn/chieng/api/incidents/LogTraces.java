package vn.chieng.api.incidents;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

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
        Map<String, String> values = new LinkedHashMap<>();
        values.put("index", line.index());
        values.put("id", line.eventId());
        return ListParameters.address("/logs/event", values);
    }

    private static String address(String asked, Instant from, Instant to) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("q", asked);
        values.put("from", from.toString());
        values.put("to", to.toString());
        return ListParameters.address("/logs", values);
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
