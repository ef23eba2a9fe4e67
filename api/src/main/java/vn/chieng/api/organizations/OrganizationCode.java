package vn.chieng.api.organizations;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A legal code of a body, for as long as it counts.
 *
 * @param scheme which list of codes: {@code statistics}, {@code qcvn-102}, {@code qd-20} or another
 * @param validFrom its first day; null: since ever
 * @param validTo its last day; null: until further notice
 * @param source the document that says so
 */
public record OrganizationCode(
        String scheme,
        String value,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String source) {

    /** By scheme and value. */
    public static final Comparator<OrganizationCode> ORDER =
            Comparator.comparing(OrganizationCode::scheme).thenComparing(OrganizationCode::value);

    private static final Pattern SCHEME = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,63}");
    private static final int MOST_SOURCE = 200;

    public OrganizationCode {
        if (!isWellFormed(scheme, value, source) || Period.reversed(validFrom, validTo)) {
            throw new IllegalArgumentException("code");
        }
    }

    /** Whether such a code can be kept at all. */
    public static boolean isWellFormed(String scheme, String value, @Nullable String source) {
        return SCHEME.matcher(scheme).matches()
                && VALUE.matcher(value).matches()
                && (source == null || (source.length() <= MOST_SOURCE && source.indexOf('|') < 0));
    }

    /** What two bodies must not share at the same time. */
    String key() {
        return scheme + "=" + value.toUpperCase(Locale.ROOT);
    }

    /** Whether both name the same thing on some day. */
    boolean collidesWith(OrganizationCode other) {
        return key().equals(other.key()) && Period.overlap(validFrom, validTo, other.validFrom, other.validTo);
    }

    /** Whether it counts on this day. */
    public boolean countsOn(LocalDate day) {
        return Period.overlap(validFrom, validTo, day, day);
    }

    /** The same code, ended on this day unless it ends before. */
    OrganizationCode endedOn(LocalDate day) {
        LocalDate end = validTo != null && validTo.isBefore(day) ? validTo : day;
        return new OrganizationCode(
                scheme, value, validFrom != null && validFrom.isAfter(end) ? end : validFrom, end, source);
    }
}
