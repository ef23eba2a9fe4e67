package vn.chieng.api.search;

import java.time.Instant;
import java.util.Optional;
import vn.chieng.api.access.Scope;

/** The stored events that a caller may see; every question carries the scope. */
interface EventStore {

    /** A page with the total and the counts over time. */
    EventPage page(EventQuery query, Scope scope) throws EventStoreAwayException;

    /** The events of a page alone: for those who read on. */
    EventPage rows(EventQuery query, Scope scope) throws EventStoreAwayException;

    /** What stands in a field of the events found. */
    EventPage.FieldStatistics statistics(EventQuery query, String field, Scope scope) throws EventStoreAwayException;

    /** One event; empty also where it lies outside the scope. */
    Optional<FoundEvent> find(String index, String id, Scope scope) throws EventStoreAwayException;

    /** When the event that was taken in last was taken in; empty where there is none. */
    Optional<Instant> newest(Scope scope) throws EventStoreAwayException;
}
