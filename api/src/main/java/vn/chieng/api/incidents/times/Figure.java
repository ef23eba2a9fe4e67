package vn.chieng.api.incidents.times;

import java.time.Duration;

/** How long it took in the middle case, and in nine of ten; {@code count} cases reached the stage. */
public record Figure(long count, Duration median, Duration ninetieth) {}
