package vn.chieng.api.incidents;

import vn.chieng.api.access.Scope;

/**
 * A number above the queue that another feature keeps; it declares its own as a bean.
 *
 * @param key bundle key of its words
 * @param path where the things counted are listed
 */
public record QueueTile(String key, String path, Count count) {

    /** Counts them. */
    @FunctionalInterface
    public interface Count {
        /** Within a scope. */
        long of(Scope scope);
    }
}
