package vn.chieng.engine.kafka;

import org.jspecify.annotations.Nullable;

/** Takes the records of a table topic; used by the thread of its {@link TableStage}. */
public interface TableReader {
    /** A row of the table, new or in place of the one with the same key; a null value takes it away. */
    void take(String key, byte @Nullable [] value);

    /**
     * Called after each round, also where nothing came.
     *
     * @param progress how much of the table has been taken
     */
    void rest(Progress progress);

    /** How far the reading of a table has come. */
    enum Progress {
        /** There is more that stood there when the reading began. */
        READING,
        /** All of it was taken, and there never was anything. */
        NEVER_WRITTEN,
        /** All of it was taken. */
        READ
    }
}
