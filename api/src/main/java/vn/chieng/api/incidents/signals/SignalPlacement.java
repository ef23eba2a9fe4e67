package vn.chieng.api.incidents.signals;

import java.util.Optional;
import java.util.function.Supplier;
import vn.chieng.api.incidents.Incident;

/** Which incident a signal goes to. */
public sealed interface SignalPlacement {

    /** The one it went to before, in whatever state that is: a signal never opens a second incident nor reopens one. */
    record Known(Incident holder) implements SignalPlacement {}

    /** The open one of its key, or one of its key that was merged into an open one. */
    record Joins(Incident incident) implements SignalPlacement {}

    /** A new one. */
    record Opens() implements SignalPlacement {}

    /** Decides; each question is asked only where those before it found nothing. */
    static SignalPlacement of(
            Supplier<Optional<Incident>> holder,
            Supplier<Optional<Incident>> openOfKey,
            Supplier<Optional<Incident>> mergedOfKey) {
        Optional<Incident> known = holder.get();
        if (known.isPresent()) {
            return new Known(known.get());
        }
        return openOfKey.get().or(mergedOfKey).<SignalPlacement>map(Joins::new).orElseGet(Opens::new);
    }
}
