package vn.chieng.indicators;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.chieng.event.Indicator;
import vn.chieng.indicators.Reading.Refusal;

/** Reads what people and feeds write, defanged or not, into the one spelling; refuses what would match everything. */
public final class IndicatorReader {
    /** Longer texts are refused unread. */
    public static final int LONGEST = UrlText.LONGEST;

    /** A wider network would name whole countries. */
    static final int FEWEST_BITS_OF_FOUR = 8;

    static final int FEWEST_BITS_OF_SIX = 19;

    private static final Set<String> TOO_WIDE =
            ShippedLines.of("domains-too-wide.txt").collect(Collectors.toSet());
    private static final Set<String> HARMLESS =
            ShippedLines.of("harmless-hashes.txt").collect(Collectors.toSet());

    private IndicatorReader() {}

    /** The kind of this code, in whatever case. */
    public static Optional<Indicator.Type> type(String code) {
        String wanted = code.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(Indicator.Type.values())
                .filter(type -> type.code().equals(wanted))
                .findFirst();
    }

    /** Reads a value of this kind, or of the kind that it looks like where none is named. */
    public static Reading read(Indicator.@Nullable Type type, String written) {
        if (written.length() > LONGEST) {
            return refused(Refusal.TOO_LONG);
        }
        String text = Defanging.armed(written);
        if (text.isEmpty()) {
            return refused(Refusal.EMPTY);
        }
        Indicator.Type meant = type == null ? looksLike(text) : type;
        return switch (meant) {
            case null -> refused(Refusal.UNKNOWN_TYPE);
            case IP -> address(text);
            case NETWORK -> network(text);
            case DOMAIN -> domain(text);
            case URL -> url(text);
            case MD5, SHA1, SHA256 -> hash(meant, text);
        };
    }

    private static Indicator.@Nullable Type looksLike(String text) {
        if (text.contains("://")) {
            return Indicator.Type.URL;
        }
        if (isHexadecimal(text) && hashOf(text.length()) != null) {
            return hashOf(text.length());
        }
        int slash = text.indexOf('/');
        if (slash > 0) {
            return IpText.bytes(text.substring(0, slash)) == null ? null : Indicator.Type.NETWORK;
        }
        if (IpText.bytes(text) != null) {
            return Indicator.Type.IP;
        }
        return DomainName.read(withoutWildcard(text)) == null ? null : Indicator.Type.DOMAIN;
    }

    /** The kind of hash that has so many digits. */
    static Indicator.@Nullable Type hashOf(int digits) {
        return switch (digits) {
            case 32 -> Indicator.Type.MD5;
            case 40 -> Indicator.Type.SHA1;
            case 64 -> Indicator.Type.SHA256;
            default -> null;
        };
    }

    private static Reading address(String text) {
        byte[] bytes = IpText.bytes(text);
        if (bytes == null) {
            return refused(Refusal.NOT_AN_ADDRESS);
        }
        return IpText.isPublic(bytes)
                ? new Reading.Sound(Indicator.Type.IP, IpText.text(bytes))
                : refused(Refusal.NOT_PUBLIC);
    }

    private static Reading network(String text) {
        int slash = text.indexOf('/');
        byte[] bytes = IpText.bytes(slash < 0 ? text : text.substring(0, slash));
        String suffix = slash < 0 ? "" : text.substring(slash + 1);
        if (bytes == null || !suffix.matches("\\d{1,3}") || Integer.parseInt(suffix) > bytes.length * Byte.SIZE) {
            return refused(Refusal.NOT_A_NETWORK);
        }
        int bits = Integer.parseInt(suffix);
        IpText.mask(bytes, bytes.length, bits);
        if (bits < (bytes.length == Integer.BYTES ? FEWEST_BITS_OF_FOUR : FEWEST_BITS_OF_SIX)) {
            return refused(Refusal.NETWORK_TOO_WIDE);
        }
        if (!IpText.isPublic(bytes)) {
            return refused(Refusal.NOT_PUBLIC);
        }
        return bits == bytes.length * Byte.SIZE
                ? new Reading.Sound(Indicator.Type.IP, IpText.text(bytes))
                : new Reading.Sound(Indicator.Type.NETWORK, IpText.text(bytes) + "/" + bits);
    }

    private static Reading domain(String text) {
        String name = DomainName.read(withoutWildcard(text));
        if (name == null) {
            return refused(Refusal.NOT_A_DOMAIN);
        }
        return TOO_WIDE.contains(name)
                ? refused(Refusal.DOMAIN_TOO_WIDE)
                : new Reading.Sound(Indicator.Type.DOMAIN, name);
    }

    /** A domain always stands for what is below it too. */
    private static String withoutWildcard(String text) {
        return text.startsWith("*.") ? text.substring(2) : text;
    }

    private static Reading url(String text) {
        UrlText url = UrlText.read(text);
        return url == null ? refused(Refusal.NOT_A_URL) : new Reading.Sound(Indicator.Type.URL, url.value());
    }

    private static Reading hash(Indicator.Type type, String text) {
        String value = text.toLowerCase(Locale.ROOT);
        if (!isHexadecimal(value) || !Objects.equals(hashOf(value.length()), type)) {
            return refused(Refusal.NOT_A_HASH);
        }
        return HARMLESS.contains(value) ? refused(Refusal.HARMLESS_HASH) : new Reading.Sound(type, value);
    }

    private static boolean isHexadecimal(String text) {
        return text.chars().allMatch(c -> c < 0x80 && Character.digit(c, 16) >= 0);
    }

    private static Reading refused(Refusal refusal) {
        return new Reading.Refused(refusal);
    }
}
