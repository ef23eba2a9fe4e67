package vn.chieng.intake.sources;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * An address or a CIDR block: {@code 10.2.3.4}, {@code 10.2.0.0/16}, {@code 2001:db8::/32}.
 *
 * @param network first address of the block as hexadecimal digits
 * @param bits length of the fixed part
 */
record AddressBlock(String network, int bits) {

    /** Reads the text form; a host name is refused, since a look-up could answer differently tomorrow. */
    static AddressBlock of(String text) {
        int slash = text.indexOf('/');
        String literal = slash < 0 ? text : text.substring(0, slash);
        if (literal.indexOf(':') < 0
                && literal.chars().filter(each -> each == '.').count() != 3) {
            throw new IllegalArgumentException("an IPv4 address has four parts");
        }
        InetAddress address = InetAddress.ofLiteral(literal);
        byte[] bytes = address.getAddress();
        int bits = slash < 0 ? bytes.length * 8 : Integer.parseInt(text.substring(slash + 1));
        if (bits < 0 || bits > bytes.length * 8) {
            throw new IllegalArgumentException("prefix length " + bits + " does not fit the address");
        }
        return new AddressBlock(masked(bytes, bits), bits);
    }

    /** The block of this length that holds the address. */
    static AddressBlock around(byte[] address, int bits) {
        return new AddressBlock(masked(address, bits), bits);
    }

    private static String masked(byte[] address, int bits) {
        byte[] network = Arrays.copyOf(address, address.length);
        for (int bit = bits; bit < network.length * 8; bit++) {
            network[bit / 8] &= (byte) ~(0x80 >> (bit % 8));
        }
        return HexFormat.of().formatHex(network);
    }
}
