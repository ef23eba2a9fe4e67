package vn.chieng.api.indicators;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.chieng.event.Indicator;

/**
 * Which indicators are wanted.
 *
 * @param text part of the value, the source or the description
 * @param exact a value in its one spelling, where the text was one
 * @param state null for all
 * @param now by which it is told what has expired
 */
public record IndicatorQuery(
        @Nullable String text,
        @Nullable String exact,
        Indicator.@Nullable Type type,
        @Nullable String source,
        @Nullable IndicatorState state,
        Instant now) {}
