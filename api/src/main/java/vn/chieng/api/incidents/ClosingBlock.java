package vn.chieng.api.incidents;

import java.util.List;

/**
 * Something that keeps an incident from being closed.
 *
 * @param key bundle key of the sentence that says so
 * @param arguments what the sentence takes
 * @param path the page where it can be done
 */
public record ClosingBlock(String key, List<Object> arguments, String path) {
    public ClosingBlock {
        arguments = List.copyOf(arguments);
    }
}
