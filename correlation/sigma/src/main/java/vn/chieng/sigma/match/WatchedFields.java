package vn.chieng.sigma.match;

/** Sees what events hold in fields that it asked for, whatever the rules ask for. */
@FunctionalInterface
public interface WatchedFields {
    /**
     * Takes one field of the event.
     *
     * @param field its number among those asked for
     * @param value what is there; it changes with the next call
     */
    void take(int field, FieldValue value);
}
