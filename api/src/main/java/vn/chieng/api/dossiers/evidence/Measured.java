package vn.chieng.api.dossiers.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A measured fact.
 *
 * @param key bundle key of the sentence that states it
 * @param arguments what the sentence names
 * @param holds whether it is what the requirement asks for
 * @param expires when it must be measured again
 */
public record Measured(String key, List<Object> arguments, boolean holds, Instant at, Instant expires) {
    private static final Duration ABSENT_COUNTS_FOR = Duration.ofDays(1);

    public Measured {
        arguments = List.copyOf(arguments);
    }

    /** That there is none of what is asked for; true until something is recorded. */
    static Measured absent(String name, Instant now) {
        return new Measured("dossiers.measured." + name + "-none", List.of(), false, now, now.plus(ABSENT_COUNTS_FOR));
    }

    /** Whether it still counts. */
    public boolean countsAt(Instant now) {
        return now.isBefore(expires);
    }
}
