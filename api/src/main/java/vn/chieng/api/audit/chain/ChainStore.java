package vn.chieng.api.audit.chain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Keeps the chain of entries. */
public interface ChainStore {

    /** Where the chain ends. */
    record End(long number, String hash, Instant at) {}

    /** Adds entries at the end, in the running transaction; from here to its end nobody else can. */
    void append(List<EntryDraft> drafts, Instant now);

    /** Where the chain ends now. */
    End end();

    /** Where it ends, and nobody adds to it until the running transaction is over; nothing will be written before the given time. */
    End endedBefore(Instant time);

    /** The entries with numbers above the first and up to the last given, in their order, at most so many. */
    List<StoredEntry> entries(long after, long last, int limit);

    /** The number of the last entry before the day; 0 where there is none. */
    long lastNumberBefore(LocalDate day);

    /** The stored hash of an entry; that of nothing for number 0. */
    String hash(long number);

    /** The day of the first entry. */
    Optional<LocalDate> firstDay();
}
