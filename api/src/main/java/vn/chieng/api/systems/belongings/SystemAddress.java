package vn.chieng.api.systems.belongings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * By what events of a system are recognised: the name of a host, or an address or network.
 *
 * @param value a host in lower case, or a network in CIDR notation
 */
public record SystemAddress(
        Kind kind, String value, @Nullable String note) {
    private static final Pattern HOST = Pattern.compile(
            "(?=.{1,253}$)[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*");
    private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F:.]{2,45}");
    private static final Pattern DOTTED = Pattern.compile("(?:\\d{1,3}\\.){3}\\d{1,3}");
    private static final Pattern BITS = Pattern.compile("\\d{1,3}");
    private static final Pattern NUMBERS_ONLY = Pattern.compile("[0-9.]+");

    /** The two kinds. */
    public enum Kind {
        HOST,
        NETWORK;

        /** As in files and the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The values of one kind. */
    public static List<String> values(List<SystemAddress> addresses, Kind kind) {
        return addresses.stream()
                .filter(address -> address.kind() == kind)
                .map(SystemAddress::value)
                .toList();
    }

    /** What somebody typed, where it is an address; a network with bits beyond its prefix is none. */
    public static Optional<SystemAddress> read(String typed, @Nullable String note) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        int slash = text.indexOf('/');
        String literal = slash < 0 ? text : text.substring(0, slash);
        if (slash >= 0
                || literal.indexOf(':') >= 0
                || NUMBERS_ONLY.matcher(literal).matches()) {
            return network(literal, slash < 0 ? null : text.substring(slash + 1))
                    .map(value -> new SystemAddress(Kind.NETWORK, value, note));
        }
        return HOST.matcher(text).matches() ? Optional.of(new SystemAddress(Kind.HOST, text, note)) : Optional.empty();
    }

    private static Optional<String> network(String literal, @Nullable String bits) {
        boolean readable = LITERAL.matcher(literal).matches()
                && (literal.indexOf(':') >= 0 || DOTTED.matcher(literal).matches());
        if (!readable || (bits != null && !BITS.matcher(bits).matches())) {
            return Optional.empty();
        }
        byte[] address;
        try {
            address = InetAddress.getByName(literal).getAddress(); // a literal is never looked up
        } catch (UnknownHostException _) {
            return Optional.empty();
        }
        int all = address.length * Byte.SIZE;
        int prefix = bits == null ? all : Integer.parseInt(bits);
        if (prefix < 1 || prefix > all || hasBitsBeyond(address, prefix)) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByAddress(address).getHostAddress() + "/" + prefix);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e); // 4 or 16 bytes are always an address
        }
    }

    private static boolean hasBitsBeyond(byte[] address, int prefix) {
        for (int bit = prefix; bit < address.length * Byte.SIZE; bit++) {
            if ((address[bit / Byte.SIZE] >> (Byte.SIZE - 1 - bit % Byte.SIZE) & 1) != 0) {
                return true;
            }
        }
        return false;
    }
}
