package vn.chieng.indicators;

import static java.util.Objects.requireNonNull;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import vn.chieng.event.Indicator;

/** The bytes by which an indicator is found: an address and a network by their bits, whatever else by its text. */
final class IndicatorKey {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ODD = 0x9e3779b97f4a7c15L;
    private static final long PRIME = 0x100000001b3L;
    private static final long START = 0xcbf29ce484222325L;

    private IndicatorKey() {}

    /** The bytes of a value in its one spelling. */
    static byte[] bytes(Indicator.Type type, String value) {
        return switch (type) {
            case IP -> address(value);
            case NETWORK -> {
                int slash = value.indexOf('/');
                byte[] address = address(value.substring(0, slash));
                byte[] key = Arrays.copyOf(address, address.length + 1);
                key[address.length] = (byte) Integer.parseInt(value.substring(slash + 1));
                yield key;
            }
            case DOMAIN, URL, MD5, SHA1, SHA256 -> value.getBytes(StandardCharsets.US_ASCII);
        };
    }

    private static byte[] address(String text) {
        return requireNonNull(IpText.bytes(text), text);
    }

    /** The value that these bytes stand for. */
    static String value(Indicator.Type type, byte[] key) {
        return switch (type) {
            case IP -> IpText.text(key);
            case NETWORK -> IpText.text(Arrays.copyOf(key, key.length - 1)) + "/" + (key[key.length - 1] & 0xff);
            case DOMAIN, URL, MD5, SHA1, SHA256 -> new String(key, StandardCharsets.US_ASCII);
        };
    }

    /** What a hash begins with; values of two kinds never share one. */
    static long start(Indicator.Type type) {
        return START + type.name().hashCode();
    }

    /** Takes bytes from the last to the first, so that the hash of a domain grows into that of the name below it. */
    static long step(long hash, byte each) {
        return (hash ^ each) * PRIME;
    }

    static long finish(long hash) {
        long mixed = hash ^ hash >>> 32;
        mixed *= 0xd6e8feb86659fd93L;
        mixed ^= mixed >>> 32;
        return mixed == 0 ? 1 : mixed;
    }

    /** Domains grow letter by letter; whatever else is taken by eights, as far as there are so many. */
    static long hash(Indicator.Type type, byte[] bytes, int from, int to) {
        long hash = start(type);
        int last = to;
        if (type != Indicator.Type.DOMAIN) {
            for (; last - Long.BYTES >= from; last -= Long.BYTES) {
                hash = (hash ^ (long) LONGS.get(bytes, last - Long.BYTES)) * ODD;
                hash ^= hash >>> 32;
            }
        }
        for (int i = last - 1; i >= from; i--) {
            hash = step(hash, bytes[i]);
        }
        return finish(hash);
    }
}
