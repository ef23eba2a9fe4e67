package vn.chieng.cli.audit;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What became of verifying a file. */
public sealed interface Verdict {

    /**
     * Every byte is as it was written.
     *
     * @param daysWithEntries how many days have entries
     * @param anchored the days with an anchor, the first and the last; empty where there is none
     * @param keys fingerprints of the keys that signed
     */
    record Sound(
            LocalDate from,
            LocalDate to,
            long first,
            long entries,
            long daysWithEntries,
            long anchors,
            List<LocalDate> anchored,
            Set<String> keys)
            implements Verdict {
        public Sound {
            anchored = List.copyOf(anchored);
            keys = Set.copyOf(keys);
        }
    }

    /**
     * The first thing that is wrong.
     *
     * @param line its line in the file, from 1
     * @param entry the number of the entry; null where no entry is concerned
     */
    record Broken(long line, @Nullable Long entry, Damage damage, String detail) implements Verdict {}

    /** It is no audit file at all. */
    record Foreign() implements Verdict {}

    /** The ways a file can be broken. */
    enum Damage {
        CHANGED,
        REMOVED,
        SWAPPED,
        INSERTED,
        TRUNCATED,
        APPENDED,
        UNTRUSTED
    }
}
