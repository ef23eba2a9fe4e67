package vn.chieng.api.dossiers.evidence;

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
    public Measured {
        arguments = List.copyOf(arguments);
    }

    /** Whether it still counts. */
    public boolean countsAt(Instant now) {
        return now.isBefore(expires);
    }
}
