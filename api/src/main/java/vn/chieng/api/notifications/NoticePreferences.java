package vn.chieng.api.notifications;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a person wants to be told.
 *
 * @param mailOff kinds that come without mail
 * @param quietFrom from when on no mail is sent; the hours may pass midnight
 * @param quietTo until when
 */
public record NoticePreferences(
        Set<NoticeKind> mailOff,
        @Nullable LocalTime quietFrom,
        @Nullable LocalTime quietTo,
        Digest digest) {
    /** Everything at once. */
    public static final NoticePreferences NONE = new NoticePreferences(Set.of(), null, null, Digest.AT_ONCE);

    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
    private static final LocalTime MORNING = LocalTime.of(7, 0);

    public NoticePreferences {
        mailOff = Set.copyOf(mailOff);
        if ((quietFrom == null) != (quietTo == null) || (quietFrom != null && quietFrom.equals(quietTo))) {
            throw new IllegalArgumentException("quiet");
        }
        if (mailOff.stream().anyMatch(NoticeKind::urgent)) {
            throw new IllegalArgumentException("mailOff");
        }
    }

    /** Whether mails of this kind wait for others. */
    public boolean gathers(NoticeKind kind) {
        return !kind.urgent() && digest != Digest.AT_ONCE;
    }

    /** When a mail of this kind that could go out now may go out. */
    public Instant due(NoticeKind kind, Instant now) {
        return kind.urgent() ? now : afterQuiet(nextDigest(now));
    }

    private Instant nextDigest(Instant now) {
        return switch (digest) {
            case AT_ONCE -> now;
            case HOURLY -> now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
            case DAILY -> next(MORNING, now);
        };
    }

    private Instant afterQuiet(Instant at) {
        if (quietFrom == null || quietTo == null) {
            return at;
        }
        LocalTime time = LocalDateTime.ofInstant(at, VIETNAM).toLocalTime();
        boolean quiet = quietFrom.isBefore(quietTo)
                ? !time.isBefore(quietFrom) && time.isBefore(quietTo)
                : !time.isBefore(quietFrom) || time.isBefore(quietTo);
        return quiet ? next(quietTo, at) : at;
    }

    private static Instant next(LocalTime time, Instant after) {
        LocalDateTime local = LocalDateTime.ofInstant(after, VIETNAM);
        LocalDateTime today = local.toLocalDate().atTime(time);
        return (today.isAfter(local) ? today : today.plusDays(1)).toInstant(VIETNAM);
    }
}
