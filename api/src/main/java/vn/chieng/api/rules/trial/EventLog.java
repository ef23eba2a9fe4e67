package vn.chieng.api.rules.trial;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import vn.chieng.api.access.Scope;

/** The stored events that a caller may see. */
interface EventLog {

    /**
     * Hands over events that arrived since then, latest first, until the taker says no.
     *
     * @throws IOException where the store does not answer
     */
    void since(Instant from, Scope scope, Predicate<StoredEvent> taker) throws IOException;

    /**
     * One event; empty also where it lies outside the scope.
     *
     * @throws IOException where the store does not answer
     */
    Optional<StoredEvent> find(String index, String id, Scope scope) throws IOException;
}
