package vn.chieng.engine.correlate;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Observations that together fulfil a correlation rule.
 *
 * @param subject what the incident is about, below the rule's family
 * @param discriminator what tells this signal from others of the same rule on the same day
 * @param anchor start of the UTC day of the observation that completed the run; known from the data alone, so that a restart
 *     finds the same
 * @param members in order of time
 */
public record Run(String subject, String discriminator, Instant anchor, List<Observation> members) {
    public Run {
        members = List.copyOf(members);
    }

    /** One observation that is enough by itself. */
    public static Run alone(Observation observation, String group) {
        String subject = observation.about() + "|" + group;
        return new Run(
                subject,
                subject + "|" + observation.getRuleId(),
                anchor(observation.getMillis()),
                List.of(observation));
    }

    static Run of(Observation about, Instant anchor, List<Observation> members) {
        return new Run(about.getSubject(), about.getSubject(), anchor, members);
    }

    static Instant anchor(long millis) {
        return Instant.ofEpochMilli(millis).truncatedTo(ChronoUnit.DAYS);
    }
}
