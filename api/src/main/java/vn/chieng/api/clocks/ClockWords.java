package vn.chieng.api.clocks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.chieng.api.clocks.file.LegalClock;
import vn.chieng.api.law.LawWords;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.pack.Procedure;

/** Clocks in the reader's language. */
@Component
final class ClockWords {
    private final MessageSource messages;
    private final LawWords law;

    ClockWords(MessageSource messages, LawWords law) {
        this.messages = messages;
        this.law = law;
    }

    /** "còn 20 giờ 12 phút", "quá hạn 3 giờ 5 phút", "đã gửi 21/11/2026 06:58, đúng hạn". */
    String state(LegalClock clock, Instant now, Locale locale) {
        return switch (clock.state()) {
            case RUNNING -> {
                Duration left = Duration.between(now, clock.due());
                yield left.isNegative()
                        ? say("clocks.over", locale, length(left.negated(), locale))
                        : say("clocks.left", locale, length(left, locale));
            }
            case STOPPED -> say("clocks.state.stopped", locale);
            case SENT -> sent(clock, locale);
        };
    }

    private String sent(LegalClock clock, Locale locale) {
        Duration late = clock.late();
        String key = late.isPositive() ? "clocks.sent.late" : "clocks.sent.inTime";
        String sent = say(key, locale, length(late.abs(), locale));
        return clock.awaitsClosing() ? sent + "; " + say("clocks.closing.owed", locale) : sent;
    }

    /** Two units, cut down: "2 ngày 3 giờ". */
    String length(Duration length, Locale locale) {
        if (length.toDays() > 0) {
            return say("clocks.length.days", locale, length.toDays(), length.toHoursPart());
        }
        return length.toHours() > 0
                ? say("clocks.length.hours", locale, length.toHours(), length.toMinutesPart())
                : say("clocks.length.minutes", locale, length.toMinutes());
    }

    String actors(LawPack pack, List<String> ids, Locale locale) {
        return String.join(
                "; ",
                pack.procedure().actors().stream()
                        .filter(actor -> ids.contains(actor.id()))
                        .map(Procedure.Actor::label)
                        .map(label -> law.of(label, locale))
                        .toList());
    }

    private String say(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
