package vn.chieng.api.incidents.times;

import java.time.Duration;
import java.time.Instant;
import vn.chieng.api.incidents.Severity;

/** One incident behind a figure. */
public record Measured(
        long id, String number, String titleVi, String titleEn, Severity severity, Instant openedAt, Duration took) {}
