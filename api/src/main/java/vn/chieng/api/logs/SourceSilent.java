package vn.chieng.api.logs;

/** A source that used to send has stopped; told again every few minutes for as long as it is so. */
public record SourceSilent(LogSource source) {}
