package vn.chieng.api.incidents.bulk;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of each of many incidents.
 *
 * @param label the label that was put on them
 */
public record BulkResult(BulkAct act, @Nullable String label, List<Item> items) implements Serializable {

    public BulkResult {
        items = List.copyOf(items);
    }

    /** How it went with one. */
    public enum Kind {
        DONE,
        /** It was so already. */
        SKIPPED,
        /** It could not be. */
        REFUSED
    }

    /**
     * One incident.
     *
     * @param why a word for the reason; empty where it was done
     * @param version as it stands now
     */
    public record Item(long id, String number, Kind kind, String why, int version) implements Serializable {}

    /** How many were done. */
    public long done() {
        return count(Kind.DONE);
    }

    /** How many were so already. */
    public long skipped() {
        return count(Kind.SKIPPED);
    }

    /** How many could not be. */
    public long refused() {
        return count(Kind.REFUSED);
    }

    /** Those that were not done. */
    public List<Item> left() {
        return items.stream().filter(item -> item.kind() != Kind.DONE).toList();
    }

    /** What can be taken back: keys with the versions that the change made. */
    public List<String> undo() {
        return act.undoable()
                ? items.stream()
                        .filter(item -> item.kind() == Kind.DONE)
                        .map(item -> item.id() + ":" + item.version())
                        .toList()
                : List.of();
    }

    private long count(Kind kind) {
        return items.stream().filter(item -> item.kind() == kind).count();
    }
}
