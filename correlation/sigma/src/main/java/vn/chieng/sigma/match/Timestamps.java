package vn.chieng.sigma.match;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** Reads what events use as timestamps. */
final class Timestamps {
    /** Epoch numbers above this are milliseconds: as seconds it is the year 5138. */
    private static final long LARGEST_SECONDS = 100_000_000_000L;

    private static final int LONGEST = 40;
    private static final int LENGTH_OF_DATE = 10;

    private Timestamps() {}

    /** ISO 8601 with or without offset (then UTC), with a space for the T, or seconds or milliseconds since 1970. */
    static @Nullable ZonedDateTime read(Scalar scalar, ZoneId zone) {
        try {
            if (scalar.value() instanceof Number number) {
                long value = number.longValue();
                Instant instant =
                        Math.abs(value) > LARGEST_SECONDS ? Instant.ofEpochMilli(value) : Instant.ofEpochSecond(value);
                return instant.atZone(zone);
            }
            String text = scalar.text();
            if (text.length() <= LENGTH_OF_DATE || text.length() > LONGEST) {
                return null;
            }
            String iso = text.charAt(LENGTH_OF_DATE) == ' ' ? text.replaceFirst(" ", "T") : text;
            return hasOffset(iso)
                    ? OffsetDateTime.parse(iso).atZoneSameInstant(zone)
                    : LocalDateTime.parse(iso).atOffset(ZoneOffset.UTC).atZoneSameInstant(zone);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static boolean hasOffset(String iso) {
        String time = iso.substring(LENGTH_OF_DATE);
        return time.endsWith("Z") || time.endsWith("z") || time.indexOf('+') >= 0 || time.indexOf('-') >= 0;
    }
}
