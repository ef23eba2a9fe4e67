package vn.chieng.api.audit.proof;

import java.util.Locale;

/** What a check of the whole chain found. */
public sealed interface ChainFinding {

    /** Nothing was changed. */
    record Intact(long entries, long anchors, String hash) implements ChainFinding {}

    /**
     * The first thing that is broken.
     *
     * @param number the entry, or the last entry that an anchor speaks of
     * @param place the day of a broken anchor; empty for an entry
     */
    record Broken(long number, String place, Damage damage) implements ChainFinding {}

    /** The ways to be broken. */
    enum Damage {
        /** There is no entry of this number. */
        MISSING,
        /** The line does not have its hash, or is no entry's line. */
        CHANGED,
        /** The entry does not name the hash of the one before. */
        UNLINKED,
        /** What the entry is found by is not what its line says. */
        COLUMNS,
        /** The chain goes on, or stops, elsewhere than it should. */
        END,
        /** An anchor is missing, badly signed, or speaks of another chain. */
        ANCHOR;

        /** As in the bundle. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
