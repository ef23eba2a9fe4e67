package vn.chieng.api.metrics;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.chieng.api.incidents.times.Figure;

/** Says in words how a time changed against the span before: shorter is good. */
@Component("changes")
public final class Change {
    private final MessageSource messages;
    private final Spelled durations;

    Change(MessageSource messages, Spelled durations) {
        this.messages = messages;
        this.durations = durations;
    }

    /** "giảm 6 phút · tốt"; says so where there is nothing to compare with. */
    public String of(@Nullable Figure now, @Nullable Figure before, Locale locale) {
        if (now == null || before == null) {
            return messages.getMessage("metrics.change.unknown", null, locale);
        }
        Duration change = now.median().minus(before.median());
        if (change.abs().toSeconds() == 0) {
            return messages.getMessage("metrics.change.none", null, locale);
        }
        return messages.getMessage(
                change.isNegative() ? "metrics.change.less" : "metrics.change.more",
                new Object[] {durations.of(change.abs(), locale)},
                locale);
    }
}
