package vn.chieng.indicators;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Addresses between their bytes and their one spelling (RFC 5952). */
final class IpText {
    private static final int FOUR = 4;
    private static final int GROUPS = 8;
    private static final int LONGEST = 45;
    private static final int MAPPED_ZEROS = 10;

    private IpText() {}

    /** The bytes of a literal address; an IPv4 address written as IPv6 is IPv4. Null where it is none. */
    static byte @Nullable [] bytes(String text) {
        int zone = text.indexOf('%');
        String literal = zone < 0 ? text : text.substring(0, zone);
        if (literal.length() > LONGEST || !DomainName.isAscii(literal)) {
            return null;
        }
        byte[] ascii = literal.getBytes(StandardCharsets.US_ASCII);
        byte[] six = new byte[SixReader.BYTES];
        if (readFour(ascii, 0, ascii.length, six)) {
            return Arrays.copyOf(six, FOUR);
        }
        if (!new SixReader().read(ascii, ascii.length, six)) {
            return null;
        }
        return isMapped(six) ? Arrays.copyOfRange(six, SixReader.BYTES - FOUR, SixReader.BYTES) : six;
    }

    /** Whether it is an IPv4 address written as IPv6. */
    static boolean isMapped(byte[] six) {
        for (int i = 0; i < MAPPED_ZEROS; i++) {
            if (six[i] != 0) {
                return false;
            }
        }
        return six[MAPPED_ZEROS] == -1 && six[MAPPED_ZEROS + 1] == -1;
    }

    /** Reads four decimal numbers without leading zeros; says whether that is what stands there. */
    static boolean readFour(byte[] text, int from, int to, byte[] target) {
        int part = 0;
        int digits = 0;
        int number = 0;
        for (int i = from; i < to; i++) {
            byte c = text[i];
            if (c >= '0' && c <= '9') {
                if (digits > 0 && number == 0) {
                    return false;
                }
                number = number * 10 + c - '0';
                digits++;
                if (number > 0xff) {
                    return false;
                }
            } else if (c == '.' && digits > 0 && part < FOUR - 1) {
                target[part] = (byte) number;
                part++;
                digits = 0;
                number = 0;
            } else {
                return false;
            }
        }
        target[part] = (byte) number;
        return digits > 0 && part == FOUR - 1;
    }

    /** The spelling of RFC 5952: lower case, the longest run of zero groups left out. */
    static String text(byte[] address) {
        if (address.length == FOUR) {
            return (address[0] & 0xff) + "." + (address[1] & 0xff) + "." + (address[2] & 0xff) + "."
                    + (address[3] & 0xff);
        }
        int[] groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            groups[i] = (address[2 * i] & 0xff) << Byte.SIZE | (address[2 * i + 1] & 0xff);
        }
        int start = -1;
        int length = 1;
        for (int i = 0; i < GROUPS; i++) {
            int zeros = zeros(groups, i);
            if (zeros > length) {
                start = i;
                length = zeros;
            }
        }
        if (start < 0) {
            return joined(groups, 0, GROUPS);
        }
        return joined(groups, 0, start) + "::" + joined(groups, start + length, GROUPS);
    }

    private static int zeros(int[] groups, int from) {
        int i = from;
        while (i < GROUPS && groups[i] == 0) {
            i++;
        }
        return i - from;
    }

    private static String joined(int[] groups, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(i == from ? "" : ":").append(Integer.toHexString(groups[i]));
        }
        return text.toString();
    }

    /** Whether it can be an attacker's own: nothing that every network has. */
    static boolean isPublic(byte[] bytes) {
        try {
            InetAddress address = InetAddress.getByAddress(bytes);
            boolean unique = bytes.length > FOUR && (bytes[0] & 0xfe) == 0xfc;
            boolean broadcast = bytes.length == FOUR && (bytes[0] & 0xff) >= 0xf0;
            boolean zero = bytes.length == FOUR && bytes[0] == 0;
            return !(address.isLoopbackAddress()
                    || address.isAnyLocalAddress()
                    || address.isSiteLocalAddress()
                    || address.isLinkLocalAddress()
                    || address.isMulticastAddress()
                    || unique
                    || broadcast
                    || zero);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has 4 or 16 bytes", e);
        }
    }

    /** Whether it is one of the addresses of every network, by its first bytes; no indicator is one. */
    static boolean isSurelyInside(byte[] address, int length) {
        int first = address[0] & 0xff;
        int second = address[1] & 0xff;
        return length == FOUR
                ? first == 10 || first == 127 || (first == 192 && second == 168) || (first == 172 && second >> 4 == 1)
                : (first & 0xfe) == 0xfc || (first == 0xfe && second >> 6 == 2);
    }

    /** The same of an IPv6 address that is still text and begins with a group of four digits; false where it does not show. */
    static boolean isSurelyInside(byte[] text, int from, int to) {
        if (to - from <= FOUR || text[from + FOUR] != ':' || (text[from] | ' ') != 'f') {
            return false;
        }
        int second = text[from + 1] | ' ';
        int third = text[from + 2] | ' ';
        return second == 'c'
                || second == 'd'
                || (second == 'e' && (third == '8' || third == '9' || third == 'a' || third == 'b'));
    }

    /** Keeps the first bits, and clears the others. */
    static void mask(byte[] address, int length, int bits) {
        for (int i = 0; i < length; i++) {
            int kept = Math.clamp(bits - (long) i * Byte.SIZE, 0, Byte.SIZE);
            address[i] &= (byte) (0xff << (Byte.SIZE - kept));
        }
    }
}
