package vn.chieng.codecs.syslog;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import vn.chieng.codecs.FrameContext;

/**
 * A time as devices write it at the head of a line: {@code Oct 11 22:14:15}, with a year before or behind the time of day, with
 * a fraction, with a zone, after a weekday; or {@code 2026-10-11T22:14:15.123+07:00}, also with a space for the T.
 *
 * @param end index behind it
 */
public record DeviceTime(Instant instant, int end) {
    /** A date without year that lies further ahead than this belongs to last year. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
    private static final String WEEKDAYS = "MonTueWedThuFriSatSun";

    /** The time that begins at this index, or null. */
    public static @Nullable DeviceTime at(String text, int from, FrameContext context) {
        try {
            return new Reading(text, from, context).read();
        } catch (DateTimeException e) { // a 30th of February, a second 75: not a time
            return null;
        }
    }

    /** One attempt at a text. */
    private static final class Reading {
        private final String text;
        private final FrameContext context;
        private int at;
        private int nanos;
        private int secondOfDay;

        Reading(String text, int from, FrameContext context) {
            this.text = text;
            this.at = from;
            this.context = context;
        }

        @Nullable
        DeviceTime read() {
            if (nameIn(WEEKDAYS) >= 0 && charAt(at + 3) == ' ') {
                at += 4;
            }
            int month = nameIn(MONTHS);
            return month >= 0 ? named(month + 1) : numeric();
        }

        /** {@code Oct 11 [2026] 22:14:15[.123] [2026] [UTC]}. */
        private @Nullable DeviceTime named(int month) {
            at += 3;
            int day = spacedNumber(2);
            int year = -1;
            if (Digits.are(text, at + 1, at + 5) && charAt(at + 5) == ' ') {
                year = spacedNumber(4);
            }
            if (day < 0 || charAt(at) != ' ') {
                return null;
            }
            at++;
            if (!timeOfDay()) {
                return null;
            }
            if (year < 0
                    && Digits.are(text, at + 1, at + 5)
                    && charAt(at) == ' '
                    && isBreak(at + 5)
                    && yearLike(at + 1)) {
                year = spacedNumber(4);
            }
            ZoneId zone = zone(true);
            return new DeviceTime(resolve(year, month, day, zone), at);
        }

        /** {@code 2026-10-11T22:14:15.123+07:00}. */
        private @Nullable DeviceTime numeric() {
            if (!Digits.are(text, at, at + 4)
                    || !Digits.are(text, at + 5, at + 7)
                    || !Digits.are(text, at + 8, at + 10)) {
                return null;
            }
            char separator = charAt(at + 4);
            char between = charAt(at + 10);
            if ("-/.".indexOf(separator) < 0 || charAt(at + 7) != separator) {
                return null;
            }
            if (between != 'T' && between != 't' && between != ' ') {
                return null;
            }
            int year = Digits.value(text, at, at + 4);
            int month = Digits.value(text, at + 5, at + 7);
            int day = Digits.value(text, at + 8, at + 10);
            at += 11;
            if (!timeOfDay()) {
                return null;
            }
            ZoneId zone = zone(false);
            return new DeviceTime(resolve(year, month, day, zone), at);
        }

        private boolean timeOfDay() {
            int hourEnd = Digits.end(text, at);
            if (hourEnd == at
                    || hourEnd > at + 2
                    || charAt(hourEnd) != ':'
                    || !Digits.are(text, hourEnd + 1, hourEnd + 3)) {
                return false;
            }
            if (charAt(hourEnd + 3) != ':' || !Digits.are(text, hourEnd + 4, hourEnd + 6)) {
                return false;
            }
            int hour = Digits.value(text, at, hourEnd);
            int minute = Digits.value(text, hourEnd + 1, hourEnd + 3);
            int second = Math.min(59, Digits.value(text, hourEnd + 4, hourEnd + 6)); // a leap second
            if (hour > 23 || minute > 59 || Digits.value(text, hourEnd + 4, hourEnd + 6) > 60) {
                return false;
            }
            secondOfDay = (hour * 60 + minute) * 60 + second;
            at = hourEnd + 6;
            if ((charAt(at) == '.' || charAt(at) == ',') && Digits.isDigit(charAt(at + 1))) {
                fraction();
            }
            return true;
        }

        private void fraction() {
            int end = Digits.end(text, at + 1);
            int scale = 100_000_000;
            for (int index = at + 1; index < end && scale > 0; index++) {
                nanos += (text.charAt(index) - '0') * scale;
                scale /= 10;
            }
            at = end;
        }

        /** {@code Z}, {@code +07:00}, {@code +0700}, and, behind a space, {@code UTC}, {@code GMT}, {@code ICT} or an offset. */
        private ZoneId zone(boolean named) {
            int start = charAt(at) == ' ' && isZoneAhead(at + 1) ? at + 1 : at;
            char first = charAt(start);
            if (start == at && (first == 'Z' || first == 'z')) {
                at++;
                return ZoneOffset.UTC;
            }
            if (first == '+' || first == '-') {
                ZoneId offset = offset(start);
                return offset == null ? context.zone() : offset;
            }
            if (named && start > at) {
                at = start + 3;
                return text.startsWith("ICT", start) ? ZoneOffset.ofHours(7) : ZoneOffset.UTC;
            }
            return context.zone();
        }

        private boolean isZoneAhead(int index) {
            if (text.startsWith("UTC", index) || text.startsWith("GMT", index) || text.startsWith("ICT", index)) {
                return isBreak(index + 3);
            }
            char sign = charAt(index);
            return (sign == '+' || sign == '-') && Digits.are(text, index + 1, index + 5) && isBreak(index + 5);
        }

        private @Nullable ZoneId offset(int start) {
            if (!Digits.are(text, start + 1, start + 3)) {
                return null;
            }
            int minutesAt = charAt(start + 3) == ':' ? start + 4 : start + 3;
            boolean hasMinutes = Digits.are(text, minutesAt, minutesAt + 2);
            int hours = Digits.value(text, start + 1, start + 3);
            int minutes = hasMinutes ? Digits.value(text, minutesAt, minutesAt + 2) : 0;
            int sign = charAt(start) == '-' ? -1 : 1;
            at = hasMinutes ? minutesAt + 2 : start + 3;
            return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
        }

        private Instant resolve(int year, int month, int day, ZoneId zone) {
            if (year >= 0) {
                return instant(year, month, day, zone);
            }
            int thisYear = context.received().atZone(zone).getYear();
            Instant latest = context.received().plus(AHEAD);
            for (int candidate = thisYear + 1; candidate > thisYear - 8; candidate--) {
                boolean leapDay = month == 2 && day == 29;
                if (leapDay && !java.time.Year.isLeap(candidate)) {
                    continue;
                }
                Instant found = instant(candidate, month, day, zone);
                if (!found.isAfter(latest)) {
                    return found;
                }
            }
            throw new DateTimeException("no year fits");
        }

        private Instant instant(int year, int month, int day, ZoneId zone) {
            LocalDateTime local = LocalDateTime.of(year, month, day, 0, 0)
                    .plusSeconds(secondOfDay)
                    .plusNanos(nanos);
            return local.atZone(zone).toInstant();
        }

        private int nameIn(String names) {
            for (int index = 0; index < names.length(); index += 3) {
                if (text.regionMatches(at, names, index, 3)) {
                    return index / 3;
                }
            }
            return -1;
        }

        /** A number behind one or more spaces, or -1. */
        private int spacedNumber(int longest) {
            int start = at;
            while (charAt(start) == ' ') {
                start++;
            }
            int end = Digits.end(text, start);
            if (start == at || end == start || end > start + longest) {
                return -1;
            }
            at = end;
            return Digits.value(text, start, end);
        }

        private boolean yearLike(int index) {
            return text.startsWith("19", index) || text.startsWith("20", index);
        }

        private boolean isBreak(int index) {
            char next = charAt(index);
            return next == ' ' || next == ':' || next == 0;
        }

        private char charAt(int index) {
            return index < text.length() ? text.charAt(index) : 0;
        }
    }
}
