package vn.chieng.sigma.rule;

import java.net.InetAddress;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An IPv4 or IPv6 network. */
public final class IpNetwork {
    private final byte[] address;
    private final int bits;

    private IpNetwork(byte[] address, int bits) {
        this.address = address;
        this.bits = bits;
    }

    /** A network as {@code address/bits}, or a single address; null where the text is neither. */
    static @Nullable IpNetwork read(String text) {
        int slash = text.indexOf('/');
        byte[] address = address(slash < 0 ? text : text.substring(0, slash));
        if (address == null) {
            return null;
        }
        int bits = address.length * Byte.SIZE;
        if (slash >= 0) {
            String suffix = text.substring(slash + 1);
            if (!suffix.matches("\\d{1,3}") || Integer.parseInt(suffix) > bits) {
                return null;
            }
            bits = Integer.parseInt(suffix);
        }
        return new IpNetwork(address, bits);
    }

    /** Whether an address is in it, by its bytes. */
    public boolean contains(byte[] other) {
        if (other.length != address.length) {
            return false;
        }
        int whole = bits / Byte.SIZE;
        int rest = bits % Byte.SIZE;
        return Arrays.equals(address, 0, whole, other, 0, whole)
                && (rest == 0 || ((address[whole] ^ other[whole]) & 0xff) >> (Byte.SIZE - rest) == 0);
    }

    /** The bytes of a literal address; short forms such as {@code 127.1} are not taken for one. */
    public static byte @Nullable [] address(String text) {
        int scope = text.indexOf('%');
        String literal = scope < 0 ? text : text.substring(0, scope);
        boolean six = literal.indexOf(':') >= 0;
        boolean four = !six && literal.chars().filter(c -> c == '.').count() == 3;
        if (!(six || four) || literal.length() > 45 || !literal.chars().allMatch(IpNetwork::isPartOfAddress)) {
            return null;
        }
        try {
            return InetAddress.ofLiteral(literal).getAddress();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean isPartOfAddress(int c) {
        return c == '.' || c == ':' || Character.digit(c, 16) >= 0;
    }
}
