package vn.chieng.api.search;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Scope;

/** When the newest log of a scope was taken in; the store is asked once in some seconds, however many look. */
@Component
final class NewestLog {
    /** How long an answer serves everybody of the same scope. */
    static final Duration FRESH = Duration.ofSeconds(10);
    /** Scopes remembered; those asked for longest ago are forgotten. */
    static final int MOST_SCOPES = 200;

    private final Source source;
    private final Clock clock;
    private final Map<Scope, Place> places = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Scope, Place> eldest) {
            return size() > MOST_SCOPES;
        }
    };

    @Autowired
    NewestLog(EventStore store, Clock clock) {
        this(store::newest, clock);
    }

    NewestLog(Source source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /** Where the answer comes from. */
    interface Source {
        Optional<Instant> newest(Scope scope) throws EventStoreAwayException;
    }

    /** What is known of the newest log. */
    sealed interface Answer {}

    /** It was taken in then. */
    record Known(Instant at) implements Answer {}

    /** Nothing is stored in this scope. */
    record None() implements Answer {}

    /** The store gives no answer. */
    record Unknown() implements Answer {}

    /** The answer of the last seconds, or a new one; whoever asks meanwhile waits for that. */
    Answer of(Scope scope) {
        Place place;
        synchronized (places) {
            place = places.computeIfAbsent(scope, _ -> new Place());
        }
        return place.answer(scope);
    }

    int remembered() {
        synchronized (places) {
            return places.size();
        }
    }

    private final class Place {
        private @Nullable Answer last;
        private Instant until = Instant.MIN;

        private synchronized Answer answer(Scope scope) {
            Answer known = last;
            if (known != null && clock.instant().isBefore(until)) {
                return known;
            }
            Answer answer = asked(scope);
            last = answer;
            until = clock.instant().plus(FRESH);
            return answer;
        }

        private Answer asked(Scope scope) {
            try {
                return source.newest(scope).<Answer>map(Known::new).orElseGet(None::new);
            } catch (EventStoreAwayException e) {
                return new Unknown();
            }
        }
    }
}
