package vn.chieng.api.console;

import vn.chieng.api.access.SignedIn;

/**
 * A number at an entry of the side bar that says how much waits there; a feature declares its own as a bean.
 *
 * @param path the entry's
 * @param key bundle key of its words, with the number
 */
public record MenuBadge(String path, String key, Count count) {

    /** Counts what waits. */
    @FunctionalInterface
    public interface Count {
        /** For somebody who may open the entry. */
        long of(SignedIn caller);
    }
}
