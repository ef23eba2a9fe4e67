package vn.chieng.api.console;

/** One step of the way to a page; the last one is the page itself. */
public record Crumb(String path, String text) {}
