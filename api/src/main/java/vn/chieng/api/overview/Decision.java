package vn.chieng.api.overview;

import org.jspecify.annotations.Nullable;

/**
 * Something that waits for whoever leads.
 *
 * @param late whether its time is over
 */
public record Decision(String text, @Nullable String path, boolean late) {}
