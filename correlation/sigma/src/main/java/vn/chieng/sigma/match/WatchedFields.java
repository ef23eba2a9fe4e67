package vn.chieng.sigma.match;

import vn.chieng.sigma.raw.RawKind;

/** Sees what events hold in fields that it asked for, whatever the rules ask for. */
@FunctionalInterface
public interface WatchedFields {
    /** Texts of one list that are handed over as they stand in JSON. */
    int MOST_TEXTS = 256;

    /**
     * Takes one field of the event.
     *
     * @param field its number among those asked for
     * @param value what is there; it changes with the next call
     */
    void take(int field, FieldValue value);

    /** Takes a list as it stands in JSON, with its brackets; by default its first texts one after another. */
    default void takeList(int field, byte[] json, int start, int end) {
        RawList.texts(json, start, end, field, this);
    }

    /** Takes one text as it stands in JSON, in which letters of ASCII stand for themselves. */
    default void takeText(int field, byte[] json, int start, int end) {
        take(field, new FieldValue().set(RawKind.TEXT, json, start, end));
    }
}
